using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Renda.Database.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class JointHandling : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_handling_results_congress_year_unit_id_subject_delegation_i",
                table: "handling_results");

            migrationBuilder.AddColumn<Guid>(
                name: "origin_id",
                table: "matters",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "divided",
                table: "handling_results",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "joined_suggestions",
                columns: table => new
                {
                    congress = table.Column<int>(type: "integer", nullable: false),
                    matter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    suggestion_id = table.Column<Guid>(type: "uuid", nullable: false),
                    open = table.Column<bool>(type: "boolean", nullable: false),
                    left = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_joined_suggestions", x => new { x.congress, x.suggestion_id, x.matter_id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_handling_results_congress_year_unit_id_subject_delegation_i",
                table: "handling_results",
                columns: new[] { "congress", "year", "unit_id", "subject", "delegation_id", "intake", "reply", "attitude", "result", "promise", "promised_by", "ended", "divided", "opened_on", "matter_id" });

            migrationBuilder.CreateIndex(
                name: "ix_joined_suggestions_congress_matter_id",
                table: "joined_suggestions",
                columns: new[] { "congress", "matter_id" });

            migrationBuilder.CreateIndex(
                name: "ix_joined_suggestions_congress_suggestion_id",
                table: "joined_suggestions",
                columns: new[] { "congress", "suggestion_id" },
                unique: true,
                filter: "open");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "joined_suggestions");

            migrationBuilder.DropIndex(
                name: "ix_handling_results_congress_year_unit_id_subject_delegation_i",
                table: "handling_results");

            migrationBuilder.DropColumn(
                name: "origin_id",
                table: "matters");

            migrationBuilder.DropColumn(
                name: "divided",
                table: "handling_results");

            migrationBuilder.CreateIndex(
                name: "ix_handling_results_congress_year_unit_id_subject_delegation_i",
                table: "handling_results",
                columns: new[] { "congress", "year", "unit_id", "subject", "delegation_id", "intake", "reply", "attitude", "result", "promise", "promised_by", "ended", "opened_on", "matter_id" });
        }
    }
}
