using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Renda.Database.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Comments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "comment_bands",
                columns: table => new
                {
                    congress = table.Column<int>(type: "integer", nullable: false),
                    matter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    band = table.Column<long>(type: "bigint", nullable: false),
                    group_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_comment_bands", x => new { x.congress, x.matter_id, x.band, x.group_id });
                });

            migrationBuilder.CreateTable(
                name: "comment_dispositions",
                columns: table => new
                {
                    congress = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    matter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    round = table.Column<int>(type: "integer", nullable: false),
                    group_id = table.Column<Guid>(type: "uuid", nullable: false),
                    comment_id = table.Column<Guid>(type: "uuid", nullable: true),
                    result = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    count = table.Column<int>(type: "integer", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    key = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_comment_dispositions", x => new { x.congress, x.id });
                });

            migrationBuilder.CreateTable(
                name: "comment_groups",
                columns: table => new
                {
                    congress = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    matter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    round = table.Column<int>(type: "integer", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    article = table.Column<string>(type: "text", nullable: false),
                    lead = table.Column<string>(type: "text", nullable: false),
                    size = table.Column<int>(type: "integer", nullable: false),
                    open = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_comment_groups", x => new { x.congress, x.id });
                });

            migrationBuilder.CreateTable(
                name: "comment_senders",
                columns: table => new
                {
                    congress = table.Column<int>(type: "integer", nullable: false),
                    comment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    matter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: true),
                    reach = table.Column<string>(type: "text", nullable: true),
                    erase_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_comment_senders", x => new { x.congress, x.comment_id });
                });

            migrationBuilder.CreateTable(
                name: "consultations",
                columns: table => new
                {
                    congress = table.Column<int>(type: "integer", nullable: false),
                    matter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    round = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    published_on = table.Column<DateOnly>(type: "date", nullable: false),
                    until_on = table.Column<DateOnly>(type: "date", nullable: false),
                    text = table.Column<int>(type: "integer", nullable: true),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    told_on = table.Column<DateOnly>(type: "date", nullable: true),
                    told = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consultations", x => new { x.congress, x.matter_id, x.round });
                });

            migrationBuilder.CreateTable(
                name: "public_comments",
                columns: table => new
                {
                    congress = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    matter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    round = table.Column<int>(type: "integer", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    anchor = table.Column<string>(type: "text", nullable: false),
                    article = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    key = table.Column<Guid>(type: "uuid", nullable: false),
                    receipt = table.Column<string>(type: "text", nullable: true),
                    wording = table.Column<string>(type: "text", nullable: false),
                    paper_id = table.Column<Guid>(type: "uuid", nullable: true),
                    doubt = table.Column<string>(type: "text", nullable: true),
                    group_id = table.Column<Guid>(type: "uuid", nullable: false),
                    disposition_id = table.Column<Guid>(type: "uuid", nullable: true),
                    result = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_public_comments", x => new { x.congress, x.id });
                });

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
                name: "ix_comment_groups_congress_matter_id_round_place_article_size_",
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

            Fixed.CommentsOnPostgres(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
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
                name: "public_comments");
        }
    }
}
