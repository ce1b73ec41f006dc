using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Renda.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Laws : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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

            Fixed.LawTokensOnSqlite(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "law_articles");

            migrationBuilder.DropTable(
                name: "law_references");

            migrationBuilder.DropTable(
                name: "law_versions");

            migrationBuilder.DropTable(
                name: "laws");
        }
    }
}
