using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Renda.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Deputies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "mandate_periods",
                columns: table => new
                {
                    congress = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    mandate_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    office = table.Column<string>(type: "TEXT", nullable: true),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mandate_periods", x => new { x.congress, x.id });
                });

            migrationBuilder.CreateTable(
                name: "mandates",
                columns: table => new
                {
                    congress = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    term = table.Column<int>(type: "INTEGER", nullable: false),
                    elector = table.Column<string>(type: "TEXT", nullable: false),
                    delegation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    began = table.Column<string>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ended = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mandates", x => new { x.congress, x.id });
                });

            migrationBuilder.CreateTable(
                name: "roster_events",
                columns: table => new
                {
                    congress = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    what = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_roster_events", x => new { x.congress, x.id });
                });

            migrationBuilder.CreateTable(
                name: "terms",
                columns: table => new
                {
                    congress = table.Column<int>(type: "INTEGER", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_terms", x => new { x.congress, x.number });
                });

            migrationBuilder.CreateIndex(
                name: "ix_mandate_periods_congress_mandate_id",
                table: "mandate_periods",
                columns: new[] { "congress", "mandate_id" });

            migrationBuilder.CreateIndex(
                name: "ix_mandate_periods_congress_unit_id_mandate_id",
                table: "mandate_periods",
                columns: new[] { "congress", "unit_id", "mandate_id" });

            migrationBuilder.CreateIndex(
                name: "ix_mandates_congress_person_id_from",
                table: "mandates",
                columns: new[] { "congress", "person_id", "from" });

            migrationBuilder.CreateIndex(
                name: "ix_mandates_congress_term_delegation_id_id",
                table: "mandates",
                columns: new[] { "congress", "term", "delegation_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_mandates_congress_term_elector_id",
                table: "mandates",
                columns: new[] { "congress", "term", "elector", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_mandates_congress_term_id",
                table: "mandates",
                columns: new[] { "congress", "term", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_roster_events_congress_person_id_id",
                table: "roster_events",
                columns: new[] { "congress", "person_id", "id" });

            Fixed.AppendOnlyOnSqlite(migrationBuilder, "roster_events", "congress, id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "mandate_periods");

            migrationBuilder.DropTable(
                name: "mandates");

            migrationBuilder.DropTable(
                name: "roster_events");

            migrationBuilder.DropTable(
                name: "terms");
        }
    }
}
