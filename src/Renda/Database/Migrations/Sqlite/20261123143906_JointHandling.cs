using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Renda.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class JointHandling : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_handling_results_congress_year_unit_id_subject_delegation_id_intake_reply_attitude_result_promise_promised_by_ended_opened_on_matter_id",
                table: "handling_results");

            migrationBuilder.AddColumn<Guid>(
                name: "origin_id",
                table: "matters",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "divided",
                table: "handling_results",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "joined_suggestions",
                columns: table => new
                {
                    congress = table.Column<int>(type: "INTEGER", nullable: false),
                    matter_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    suggestion_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    open = table.Column<bool>(type: "INTEGER", nullable: false),
                    left = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_joined_suggestions", x => new { x.congress, x.suggestion_id, x.matter_id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_handling_results_congress_year_unit_id_subject_delegation_id_intake_reply_attitude_result_promise_promised_by_ended_divided_opened_on_matter_id",
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
                name: "ix_handling_results_congress_year_unit_id_subject_delegation_id_intake_reply_attitude_result_promise_promised_by_ended_divided_opened_on_matter_id",
                table: "handling_results");

            migrationBuilder.DropColumn(
                name: "origin_id",
                table: "matters");

            migrationBuilder.DropColumn(
                name: "divided",
                table: "handling_results");

            migrationBuilder.CreateIndex(
                name: "ix_handling_results_congress_year_unit_id_subject_delegation_id_intake_reply_attitude_result_promise_promised_by_ended_opened_on_matter_id",
                table: "handling_results",
                columns: new[] { "congress", "year", "unit_id", "subject", "delegation_id", "intake", "reply", "attitude", "result", "promise", "promised_by", "ended", "opened_on", "matter_id" });
        }
    }
}
