using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Renda.Database.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Figures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_passages_congress_procedure_step_on_to_stage_from_stage_uni",
                table: "passages",
                columns: new[] { "congress", "procedure", "step", "on", "to_stage", "from_stage", "unit_id", "matter_id", "sequence" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_passages_congress_procedure_step_on_to_stage_from_stage_uni",
                table: "passages");
        }
    }
}
