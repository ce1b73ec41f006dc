using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Renda.Database.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class UnitHandling : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "all_due_on",
                table: "waitings",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            // What waits already is due as it would be after the next act on it.
            migrationBuilder.Sql(
                """
                UPDATE waitings SET all_due_on = CASE WHEN dated THEN due_on ELSE COALESCE(
                    (SELECT whole.due_on FROM matters part JOIN matters whole ON whole.congress = part.congress AND whole.id = COALESCE(part.parent_id, part.id)
                     WHERE part.congress = waitings.congress AND part.id = waitings.matter_id), DATE '9999-01-01') END
                """);

            migrationBuilder.CreateTable(
                name: "letter_templates",
                columns: table => new
                {
                    congress = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    sha256 = table.Column<string>(type: "text", nullable: false),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_letter_templates", x => x.congress);
                });

            migrationBuilder.CreateTable(
                name: "unit_works",
                columns: table => new
                {
                    congress = table.Column<int>(type: "integer", nullable: false),
                    matter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    suggestion_id = table.Column<Guid>(type: "uuid", nullable: false),
                    task = table.Column<string>(type: "text", nullable: false),
                    department = table.Column<string>(type: "text", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    stage = table.Column<string>(type: "text", nullable: false),
                    open = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unit_works", x => new { x.congress, x.matter_id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_waitings_congress_unit_id_all_due_on_id_role_step_matter_id",
                table: "waitings",
                columns: new[] { "congress", "unit_id", "all_due_on", "id", "role", "step", "matter_id" });

            migrationBuilder.CreateIndex(
                name: "ix_unit_works_congress_unit_id_person_id_open_suggestion_id",
                table: "unit_works",
                columns: new[] { "congress", "unit_id", "person_id", "open", "suggestion_id" });

            migrationBuilder.CreateIndex(
                name: "ix_unit_works_congress_unit_id_suggestion_id",
                table: "unit_works",
                columns: new[] { "congress", "unit_id", "suggestion_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "letter_templates");

            migrationBuilder.DropTable(
                name: "unit_works");

            migrationBuilder.DropIndex(
                name: "ix_waitings_congress_unit_id_all_due_on_id_role_step_matter_id",
                table: "waitings");

            migrationBuilder.DropColumn(
                name: "all_due_on",
                table: "waitings");
        }
    }
}
