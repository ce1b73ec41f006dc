using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Renda.Database.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Foundation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "account_events",
                columns: table => new
                {
                    congress = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    what = table.Column<string>(type: "text", nullable: false),
                    address = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_events", x => new { x.congress, x.id });
                });

            migrationBuilder.CreateTable(
                name: "accounts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    congress = table.Column<int>(type: "integer", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    must_change_password = table.Column<bool>(type: "boolean", nullable: false),
                    user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    email_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    password_hash = table.Column<string>(type: "text", nullable: true),
                    security_stamp = table.Column<string>(type: "text", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "text", nullable: true),
                    phone_number = table.Column<string>(type: "text", nullable: true),
                    phone_number_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    lockout_end = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    access_failed_count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_accounts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "clocks",
                columns: table => new
                {
                    congress = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    matter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    limit = table.Column<string>(type: "text", nullable: false),
                    started_on = table.Column<DateOnly>(type: "date", nullable: false),
                    unrolled = table.Column<DateOnly>(type: "date", nullable: false),
                    due = table.Column<DateOnly>(type: "date", nullable: false),
                    provisional = table.Column<bool>(type: "boolean", nullable: false),
                    soft = table.Column<bool>(type: "boolean", nullable: false),
                    derivation = table.Column<string>(type: "text", nullable: false),
                    stopped_on = table.Column<DateOnly>(type: "date", nullable: true),
                    replaced = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_clocks", x => new { x.congress, x.id });
                });

            migrationBuilder.CreateTable(
                name: "congresses",
                columns: table => new
                {
                    code = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    jurisdiction = table.Column<string>(type: "text", nullable: false),
                    office_unit_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_congresses", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "counters",
                columns: table => new
                {
                    congress = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_counters", x => new { x.congress, x.name });
                });

            migrationBuilder.CreateTable(
                name: "data_protection_keys",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    friendly_name = table.Column<string>(type: "text", nullable: true),
                    xml = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_protection_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "listings",
                columns: table => new
                {
                    congress = table.Column<int>(type: "integer", nullable: false),
                    matter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    viewer = table.Column<Guid>(type: "uuid", nullable: false),
                    procedure = table.Column<string>(type: "text", nullable: false),
                    stage = table.Column<string>(type: "text", nullable: false),
                    opened_on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_listings", x => new { x.congress, x.matter_id, x.viewer });
                });

            migrationBuilder.CreateTable(
                name: "matters",
                columns: table => new
                {
                    congress = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    procedure = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<string>(type: "text", nullable: false),
                    parent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    part = table.Column<string>(type: "text", nullable: true),
                    title = table.Column<string>(type: "text", nullable: false),
                    number = table.Column<string>(type: "text", nullable: true),
                    subject = table.Column<string>(type: "text", nullable: true),
                    stage = table.Column<string>(type: "text", nullable: false),
                    shown_stage = table.Column<string>(type: "text", nullable: false),
                    @private = table.Column<bool>(name: "private", type: "boolean", nullable: false),
                    ended = table.Column<bool>(type: "boolean", nullable: false),
                    opened_on = table.Column<DateOnly>(type: "date", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    head = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_matters", x => new { x.congress, x.id });
                });

            migrationBuilder.CreateTable(
                name: "papers",
                columns: table => new
                {
                    congress = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    media_type = table.Column<string>(type: "text", nullable: false),
                    sha256 = table.Column<string>(type: "text", nullable: false),
                    uploaded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    matter_id = table.Column<Guid>(type: "uuid", nullable: true),
                    sequence = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_papers", x => new { x.congress, x.id });
                });

            migrationBuilder.CreateTable(
                name: "parties",
                columns: table => new
                {
                    congress = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    matter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_parties", x => new { x.congress, x.id });
                });

            migrationBuilder.CreateTable(
                name: "people",
                columns: table => new
                {
                    congress = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_people", x => new { x.congress, x.id });
                });

            migrationBuilder.CreateTable(
                name: "posts",
                columns: table => new
                {
                    congress = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_posts", x => new { x.congress, x.id });
                });

            migrationBuilder.CreateTable(
                name: "records",
                columns: table => new
                {
                    congress = table.Column<int>(type: "integer", nullable: false),
                    matter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    step = table.Column<string>(type: "text", nullable: false),
                    stage = table.Column<string>(type: "text", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    post_id = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    particulars = table.Column<string>(type: "text", nullable: false),
                    papers = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<string>(type: "text", nullable: false),
                    basis = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<Guid>(type: "uuid", nullable: true),
                    previous = table.Column<string>(type: "text", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_records", x => new { x.congress, x.matter_id, x.sequence });
                });

            migrationBuilder.CreateTable(
                name: "rule_versions",
                columns: table => new
                {
                    version = table.Column<string>(type: "text", nullable: false),
                    procedure = table.Column<string>(type: "text", nullable: false),
                    jurisdiction = table.Column<string>(type: "text", nullable: false),
                    in_force = table.Column<DateOnly>(type: "date", nullable: false),
                    sources = table.Column<string>(type: "text", nullable: false),
                    first_seen = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rule_versions", x => x.version);
                });

            migrationBuilder.CreateTable(
                name: "search_documents",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    congress = table.Column<int>(type: "integer", nullable: false),
                    matter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    viewers = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_documents", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "suggestions",
                columns: table => new
                {
                    congress = table.Column<int>(type: "integer", nullable: false),
                    matter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    extra = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_suggestions", x => new { x.congress, x.matter_id });
                });

            migrationBuilder.CreateTable(
                name: "units",
                columns: table => new
                {
                    congress = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    system = table.Column<string>(type: "text", nullable: false),
                    coordinator_id = table.Column<Guid>(type: "uuid", nullable: true),
                    handles = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_units", x => new { x.congress, x.id });
                });

            migrationBuilder.CreateTable(
                name: "waitings",
                columns: table => new
                {
                    congress = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    matter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    step = table.Column<string>(type: "text", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    dated = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_waitings", x => new { x.congress, x.id });
                });

            migrationBuilder.CreateTable(
                name: "account_claims",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    claim_type = table.Column<string>(type: "text", nullable: true),
                    claim_value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_claims", x => x.id);
                    table.ForeignKey(
                        name: "fk_account_claims_accounts_user_id",
                        column: x => x.user_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "account_logins",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "text", nullable: false),
                    provider_key = table.Column<string>(type: "text", nullable: false),
                    provider_display_name = table.Column<string>(type: "text", nullable: true),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_logins", x => new { x.login_provider, x.provider_key });
                    table.ForeignKey(
                        name: "fk_account_logins_accounts_user_id",
                        column: x => x.user_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "account_tokens",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    login_provider = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_tokens", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "fk_account_tokens_accounts_user_id",
                        column: x => x.user_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_account_claims_user_id",
                table: "account_claims",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_account_logins_user_id",
                table: "account_logins",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "accounts",
                column: "normalized_email");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "accounts",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_accounts_congress_person_id",
                table: "accounts",
                columns: new[] { "congress", "person_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_clocks_congress_matter_id",
                table: "clocks",
                columns: new[] { "congress", "matter_id" });

            migrationBuilder.CreateIndex(
                name: "ix_clocks_due",
                table: "clocks",
                column: "due",
                filter: "provisional AND stopped_on IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_listings_congress_viewer_procedure_opened_on_matter_id",
                table: "listings",
                columns: new[] { "congress", "viewer", "procedure", "opened_on", "matter_id" });

            migrationBuilder.CreateIndex(
                name: "ix_listings_congress_viewer_procedure_stage_opened_on_matter_id",
                table: "listings",
                columns: new[] { "congress", "viewer", "procedure", "stage", "opened_on", "matter_id" });

            migrationBuilder.CreateIndex(
                name: "ix_matters_congress_parent_id",
                table: "matters",
                columns: new[] { "congress", "parent_id" });

            migrationBuilder.CreateIndex(
                name: "ix_matters_congress_procedure_due_on_id",
                table: "matters",
                columns: new[] { "congress", "procedure", "due_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_matters_congress_procedure_number",
                table: "matters",
                columns: new[] { "congress", "procedure", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_matters_congress_procedure_opened_on_id",
                table: "matters",
                columns: new[] { "congress", "procedure", "opened_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_matters_congress_procedure_person_id_opened_on_id",
                table: "matters",
                columns: new[] { "congress", "procedure", "person_id", "opened_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_matters_congress_procedure_stage_opened_on_id",
                table: "matters",
                columns: new[] { "congress", "procedure", "stage", "opened_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_matters_congress_procedure_subject_opened_on_id",
                table: "matters",
                columns: new[] { "congress", "procedure", "subject", "opened_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_matters_congress_procedure_unit_id_opened_on_id",
                table: "matters",
                columns: new[] { "congress", "procedure", "unit_id", "opened_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_matters_congress_procedure_unit_id_stage_opened_on_id",
                table: "matters",
                columns: new[] { "congress", "procedure", "unit_id", "stage", "opened_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_papers_congress_matter_id",
                table: "papers",
                columns: new[] { "congress", "matter_id" });

            migrationBuilder.CreateIndex(
                name: "ix_parties_congress_matter_id",
                table: "parties",
                columns: new[] { "congress", "matter_id" });

            migrationBuilder.CreateIndex(
                name: "ix_parties_congress_person_id_matter_id",
                table: "parties",
                columns: new[] { "congress", "person_id", "matter_id" });

            migrationBuilder.CreateIndex(
                name: "ix_parties_congress_unit_id_matter_id",
                table: "parties",
                columns: new[] { "congress", "unit_id", "matter_id" });

            migrationBuilder.CreateIndex(
                name: "ix_people_congress_name",
                table: "people",
                columns: new[] { "congress", "name" });

            migrationBuilder.CreateIndex(
                name: "ix_posts_congress_kind",
                table: "posts",
                columns: new[] { "congress", "kind" });

            migrationBuilder.CreateIndex(
                name: "ix_posts_congress_person_id",
                table: "posts",
                columns: new[] { "congress", "person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_records_congress_at",
                table: "records",
                columns: new[] { "congress", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_records_congress_key",
                table: "records",
                columns: new[] { "congress", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_search_documents_congress_matter_id",
                table: "search_documents",
                columns: new[] { "congress", "matter_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_units_congress_name",
                table: "units",
                columns: new[] { "congress", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_waitings_congress_matter_id",
                table: "waitings",
                columns: new[] { "congress", "matter_id" });

            migrationBuilder.CreateIndex(
                name: "ix_waitings_congress_person_id_dated_due_on_id",
                table: "waitings",
                columns: new[] { "congress", "person_id", "dated", "due_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_waitings_congress_role_dated_due_on_id",
                table: "waitings",
                columns: new[] { "congress", "role", "dated", "due_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_waitings_congress_unit_id_dated_due_on_id",
                table: "waitings",
                columns: new[] { "congress", "unit_id", "dated", "due_on", "id" });

            Fixed.OnPostgres(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "account_claims");

            migrationBuilder.DropTable(
                name: "account_events");

            migrationBuilder.DropTable(
                name: "account_logins");

            migrationBuilder.DropTable(
                name: "account_tokens");

            migrationBuilder.DropTable(
                name: "clocks");

            migrationBuilder.DropTable(
                name: "congresses");

            migrationBuilder.DropTable(
                name: "counters");

            migrationBuilder.DropTable(
                name: "data_protection_keys");

            migrationBuilder.DropTable(
                name: "listings");

            migrationBuilder.DropTable(
                name: "matters");

            migrationBuilder.DropTable(
                name: "papers");

            migrationBuilder.DropTable(
                name: "parties");

            migrationBuilder.DropTable(
                name: "people");

            migrationBuilder.DropTable(
                name: "posts");

            migrationBuilder.DropTable(
                name: "records");

            migrationBuilder.DropTable(
                name: "rule_versions");

            migrationBuilder.DropTable(
                name: "search_documents");

            migrationBuilder.DropTable(
                name: "suggestions");

            migrationBuilder.DropTable(
                name: "units");

            migrationBuilder.DropTable(
                name: "waitings");

            migrationBuilder.DropTable(
                name: "accounts");
        }
    }
}
