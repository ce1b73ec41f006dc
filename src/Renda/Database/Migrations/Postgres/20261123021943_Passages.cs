using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Renda.Database.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Passages : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "procedure",
                table: "clocks",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.Sql("UPDATE clocks SET procedure = (SELECT m.procedure FROM matters m WHERE m.congress = clocks.congress AND m.id = clocks.matter_id);");

            migrationBuilder.CreateTable(
                name: "passages",
                columns: table => new
                {
                    congress = table.Column<int>(type: "integer", nullable: false),
                    matter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    procedure = table.Column<string>(type: "text", nullable: false),
                    from_stage = table.Column<string>(type: "text", nullable: false),
                    to_stage = table.Column<string>(type: "text", nullable: false),
                    step = table.Column<string>(type: "text", nullable: false),
                    again = table.Column<bool>(type: "boolean", nullable: false),
                    days = table.Column<int>(type: "integer", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    hidden = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_passages", x => new { x.congress, x.matter_id, x.sequence });
                });

            migrationBuilder.CreateIndex(
                name: "ix_clocks_congress_procedure_limit_started_on_due_stopped_on_r",
                table: "clocks",
                columns: new[] { "congress", "procedure", "limit", "started_on", "due", "stopped_on", "replaced" });

            migrationBuilder.CreateIndex(
                name: "ix_passages_congress_procedure_from_stage_to_stage_step_again_",
                table: "passages",
                columns: new[] { "congress", "procedure", "from_stage", "to_stage", "step", "again", "days", "on", "unit_id", "hidden" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "passages");

            migrationBuilder.DropIndex(
                name: "ix_clocks_congress_procedure_limit_started_on_due_stopped_on_r",
                table: "clocks");

            migrationBuilder.DropColumn(
                name: "procedure",
                table: "clocks");
        }
    }
}
