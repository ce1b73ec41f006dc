using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Renda.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ResultsByDelegation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Made anew from the records when the program starts: only they know the new columns.
            migrationBuilder.Sql("DELETE FROM handling_results;");

            migrationBuilder.DropIndex(
                name: "ix_handling_results_congress_year_unit_id_subject_reply_attitude_result_promise_promised_by_ended_opened_on_matter_id",
                table: "handling_results");

            migrationBuilder.AddColumn<Guid>(
                name: "delegation_id",
                table: "handling_results",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "intake",
                table: "handling_results",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateIndex(
                name: "ix_handling_results_congress_year_unit_id_subject_delegation_id_intake_reply_attitude_result_promise_promised_by_ended_opened_on_matter_id",
                table: "handling_results",
                columns: new[] { "congress", "year", "unit_id", "subject", "delegation_id", "intake", "reply", "attitude", "result", "promise", "promised_by", "ended", "opened_on", "matter_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_handling_results_congress_year_unit_id_subject_delegation_id_intake_reply_attitude_result_promise_promised_by_ended_opened_on_matter_id",
                table: "handling_results");

            migrationBuilder.DropColumn(
                name: "delegation_id",
                table: "handling_results");

            migrationBuilder.DropColumn(
                name: "intake",
                table: "handling_results");

            migrationBuilder.CreateIndex(
                name: "ix_handling_results_congress_year_unit_id_subject_reply_attitude_result_promise_promised_by_ended_opened_on_matter_id",
                table: "handling_results",
                columns: new[] { "congress", "year", "unit_id", "subject", "reply", "attitude", "result", "promise", "promised_by", "ended", "opened_on", "matter_id" });
        }
    }
}
