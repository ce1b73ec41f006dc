using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Renda.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Legislation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "backup_rounds",
                columns: table => new
                {
                    congress = table.Column<int>(type: "INTEGER", nullable: false),
                    next_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    done_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    said = table.Column<string>(type: "TEXT", nullable: true),
                    failed = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_backup_rounds", x => x.congress);
                });

            migrationBuilder.CreateTable(
                name: "bill_drafts",
                columns: table => new
                {
                    congress = table.Column<int>(type: "INTEGER", nullable: false),
                    matter_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    saved_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    saved_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    base_text = table.Column<string>(type: "TEXT", nullable: true),
                    base_name = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bill_drafts", x => new { x.congress, x.matter_id });
                });

            migrationBuilder.CreateTable(
                name: "bill_edits",
                columns: table => new
                {
                    congress = table.Column<int>(type: "INTEGER", nullable: false),
                    matter_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    place = table.Column<string>(type: "TEXT", nullable: false),
                    before = table.Column<string>(type: "TEXT", nullable: false),
                    after = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bill_edits", x => new { x.congress, x.matter_id, x.revision });
                });

            migrationBuilder.CreateTable(
                name: "bill_opinions",
                columns: table => new
                {
                    congress = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    matter_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    place = table.Column<string>(type: "TEXT", nullable: false),
                    source = table.Column<string>(type: "TEXT", nullable: false),
                    whose = table.Column<string>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bill_opinions", x => new { x.congress, x.id });
                });

            migrationBuilder.CreateTable(
                name: "comment_bands",
                columns: table => new
                {
                    congress = table.Column<int>(type: "INTEGER", nullable: false),
                    matter_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    band = table.Column<long>(type: "INTEGER", nullable: false),
                    group_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_comment_bands", x => new { x.congress, x.matter_id, x.band, x.group_id });
                });

            migrationBuilder.CreateTable(
                name: "comment_dispositions",
                columns: table => new
                {
                    congress = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    matter_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    round = table.Column<int>(type: "INTEGER", nullable: false),
                    group_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    comment_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    result = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    count = table.Column<int>(type: "INTEGER", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    key = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_comment_dispositions", x => new { x.congress, x.id });
                });

            migrationBuilder.CreateTable(
                name: "comment_groups",
                columns: table => new
                {
                    congress = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    matter_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    round = table.Column<int>(type: "INTEGER", nullable: false),
                    place = table.Column<int>(type: "INTEGER", nullable: false),
                    article = table.Column<string>(type: "TEXT", nullable: false),
                    lead = table.Column<string>(type: "TEXT", nullable: false),
                    size = table.Column<int>(type: "INTEGER", nullable: false),
                    open = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_comment_groups", x => new { x.congress, x.id });
                });

            migrationBuilder.CreateTable(
                name: "comment_senders",
                columns: table => new
                {
                    congress = table.Column<int>(type: "INTEGER", nullable: false),
                    comment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    matter_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: true),
                    reach = table.Column<string>(type: "TEXT", nullable: true),
                    erase_on = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_comment_senders", x => new { x.congress, x.comment_id });
                });

            migrationBuilder.CreateTable(
                name: "consultations",
                columns: table => new
                {
                    congress = table.Column<int>(type: "INTEGER", nullable: false),
                    matter_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    round = table.Column<int>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    published_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    text = table.Column<int>(type: "INTEGER", nullable: true),
                    closed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    told_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    told = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consultations", x => new { x.congress, x.matter_id, x.round });
                });

            migrationBuilder.CreateTable(
                name: "law_articles",
                columns: table => new
                {
                    congress = table.Column<int>(type: "INTEGER", nullable: false),
                    matter_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    order = table.Column<int>(type: "INTEGER", nullable: false),
                    row = table.Column<long>(type: "INTEGER", nullable: false),
                    label = table.Column<string>(type: "TEXT", nullable: false),
                    anchor = table.Column<string>(type: "TEXT", nullable: false),
                    heading = table.Column<string>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_law_articles", x => new { x.congress, x.matter_id, x.version, x.order });
                });

            migrationBuilder.CreateTable(
                name: "law_references",
                columns: table => new
                {
                    congress = table.Column<int>(type: "INTEGER", nullable: false),
                    matter_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    label = table.Column<string>(type: "TEXT", nullable: false),
                    anchor = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    target = table.Column<string>(type: "TEXT", nullable: false),
                    words = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_law_references", x => new { x.congress, x.matter_id, x.version, x.number });
                });

            migrationBuilder.CreateTable(
                name: "law_versions",
                columns: table => new
                {
                    congress = table.Column<int>(type: "INTEGER", nullable: false),
                    matter_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    label = table.Column<string>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    replaces = table.Column<int>(type: "INTEGER", nullable: true),
                    replaced_by = table.Column<int>(type: "INTEGER", nullable: true),
                    defects = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_law_versions", x => new { x.congress, x.matter_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "laws",
                columns: table => new
                {
                    congress = table.Column<int>(type: "INTEGER", nullable: false),
                    matter_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    passed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    promulgated_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    first = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    latest = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    repealed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    repealed_by = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_laws", x => new { x.congress, x.matter_id });
                });

            migrationBuilder.CreateTable(
                name: "opinion_outcomes",
                columns: table => new
                {
                    congress = table.Column<int>(type: "INTEGER", nullable: false),
                    opinion_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    result = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_opinion_outcomes", x => new { x.congress, x.opinion_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "public_comments",
                columns: table => new
                {
                    congress = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    matter_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    round = table.Column<int>(type: "INTEGER", nullable: false),
                    place = table.Column<int>(type: "INTEGER", nullable: false),
                    anchor = table.Column<string>(type: "TEXT", nullable: false),
                    article = table.Column<string>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    source = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    key = table.Column<Guid>(type: "TEXT", nullable: false),
                    receipt = table.Column<string>(type: "TEXT", nullable: true),
                    wording = table.Column<string>(type: "TEXT", nullable: false),
                    paper_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    doubt = table.Column<string>(type: "TEXT", nullable: true),
                    group_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    disposition_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    result = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_public_comments", x => new { x.congress, x.id });
                });

            migrationBuilder.CreateTable(
                name: "seal_leaves",
                columns: table => new
                {
                    congress = table.Column<int>(type: "INTEGER", nullable: false),
                    position = table.Column<long>(type: "INTEGER", nullable: false),
                    matter_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_seal_leaves", x => new { x.congress, x.position });
                });

            migrationBuilder.CreateTable(
                name: "seals",
                columns: table => new
                {
                    congress = table.Column<int>(type: "INTEGER", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    previous = table.Column<string>(type: "TEXT", nullable: false),
                    root = table.Column<string>(type: "TEXT", nullable: false),
                    first = table.Column<long>(type: "INTEGER", nullable: false),
                    count = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by = table.Column<Guid>(type: "TEXT", nullable: true),
                    hash = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_seals", x => new { x.congress, x.number });
                });

            migrationBuilder.CreateTable(
                name: "text_versions",
                columns: table => new
                {
                    congress = table.Column<int>(type: "INTEGER", nullable: false),
                    matter_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    label = table.Column<string>(type: "TEXT", nullable: false),
                    sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    step = table.Column<string>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_text_versions", x => new { x.congress, x.matter_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "unsealed_records",
                columns: table => new
                {
                    congress = table.Column<int>(type: "INTEGER", nullable: false),
                    matter_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    sequence = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unsealed_records", x => new { x.congress, x.matter_id, x.sequence });
                });

            migrationBuilder.CreateIndex(
                name: "ix_bill_opinions_congress_matter_id_place_id",
                table: "bill_opinions",
                columns: new[] { "congress", "matter_id", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_comment_dispositions_congress_group_id_id",
                table: "comment_dispositions",
                columns: new[] { "congress", "group_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_comment_dispositions_congress_key",
                table: "comment_dispositions",
                columns: new[] { "congress", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_comment_dispositions_congress_matter_id_round_id",
                table: "comment_dispositions",
                columns: new[] { "congress", "matter_id", "round", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_comment_groups_congress_matter_id_round_place_article_size_id_open",
                table: "comment_groups",
                columns: new[] { "congress", "matter_id", "round", "place", "article", "size", "id", "open" });

            migrationBuilder.CreateIndex(
                name: "ix_comment_groups_congress_matter_id_round_place_size_id",
                table: "comment_groups",
                columns: new[] { "congress", "matter_id", "round", "place", "size", "id" },
                filter: "open > 0");

            migrationBuilder.CreateIndex(
                name: "ix_comment_groups_congress_matter_id_round_size_id",
                table: "comment_groups",
                columns: new[] { "congress", "matter_id", "round", "size", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_comment_groups_congress_matter_id_round_size_id1",
                table: "comment_groups",
                columns: new[] { "congress", "matter_id", "round", "size", "id" },
                filter: "open > 0");

            migrationBuilder.CreateIndex(
                name: "ix_comment_senders_congress_matter_id",
                table: "comment_senders",
                columns: new[] { "congress", "matter_id" });

            migrationBuilder.CreateIndex(
                name: "ix_comment_senders_erase_on",
                table: "comment_senders",
                column: "erase_on");

            migrationBuilder.CreateIndex(
                name: "ix_consultations_congress_until_on_matter_id_round",
                table: "consultations",
                columns: new[] { "congress", "until_on", "matter_id", "round" });

            migrationBuilder.CreateIndex(
                name: "ix_law_articles_row",
                table: "law_articles",
                column: "row",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_law_references_congress_name",
                table: "law_references",
                columns: new[] { "congress", "name" });

            migrationBuilder.CreateIndex(
                name: "ix_laws_congress_kind_latest_matter_id",
                table: "laws",
                columns: new[] { "congress", "kind", "latest", "matter_id" });

            migrationBuilder.CreateIndex(
                name: "ix_laws_congress_latest_matter_id",
                table: "laws",
                columns: new[] { "congress", "latest", "matter_id" });

            migrationBuilder.CreateIndex(
                name: "ix_laws_congress_name",
                table: "laws",
                columns: new[] { "congress", "name" },
                unique: true,
                filter: "repealed_on IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_public_comments_congress_group_id_wording_result_id",
                table: "public_comments",
                columns: new[] { "congress", "group_id", "wording", "result", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_public_comments_congress_key",
                table: "public_comments",
                columns: new[] { "congress", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_public_comments_congress_matter_id_round_at_id",
                table: "public_comments",
                columns: new[] { "congress", "matter_id", "round", "at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_public_comments_congress_matter_id_round_result",
                table: "public_comments",
                columns: new[] { "congress", "matter_id", "round", "result" });

            migrationBuilder.CreateIndex(
                name: "ix_public_comments_congress_on_matter_id_round_result",
                table: "public_comments",
                columns: new[] { "congress", "on", "matter_id", "round", "result" });

            migrationBuilder.CreateIndex(
                name: "ix_public_comments_congress_receipt",
                table: "public_comments",
                columns: new[] { "congress", "receipt" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_seal_leaves_congress_matter_id_sequence",
                table: "seal_leaves",
                columns: new[] { "congress", "matter_id", "sequence" },
                unique: true);

            Fixed.LegislationOnSqlite(migrationBuilder);
            Fixed.LawTokensOnSqlite(migrationBuilder);
            Fixed.CommentsOnSqlite(migrationBuilder);
            Fixed.SealsOnSqlite(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TRIGGER records_unsealed;");
            migrationBuilder.Sql("DROP TABLE law_tokens;");

            migrationBuilder.DropTable(
                name: "backup_rounds");

            migrationBuilder.DropTable(
                name: "bill_drafts");

            migrationBuilder.DropTable(
                name: "bill_edits");

            migrationBuilder.DropTable(
                name: "bill_opinions");

            migrationBuilder.DropTable(
                name: "comment_bands");

            migrationBuilder.DropTable(
                name: "comment_dispositions");

            migrationBuilder.DropTable(
                name: "comment_groups");

            migrationBuilder.DropTable(
                name: "comment_senders");

            migrationBuilder.DropTable(
                name: "consultations");

            migrationBuilder.DropTable(
                name: "law_articles");

            migrationBuilder.DropTable(
                name: "law_references");

            migrationBuilder.DropTable(
                name: "law_versions");

            migrationBuilder.DropTable(
                name: "laws");

            migrationBuilder.DropTable(
                name: "opinion_outcomes");

            migrationBuilder.DropTable(
                name: "public_comments");

            migrationBuilder.DropTable(
                name: "seal_leaves");

            migrationBuilder.DropTable(
                name: "seals");

            migrationBuilder.DropTable(
                name: "text_versions");

            migrationBuilder.DropTable(
                name: "unsealed_records");
        }
    }
}
