using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Renda.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Notices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "remind_on",
                table: "clocks",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<bool>(
                name: "mails_reminders",
                table: "accounts",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "deliveries",
                columns: table => new
                {
                    congress = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    channel = table.Column<string>(type: "TEXT", nullable: false),
                    target = table.Column<Guid>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    next_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    tries = table.Column<int>(type: "INTEGER", nullable: false),
                    sent_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    error = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_deliveries", x => new { x.congress, x.id });
                });

            migrationBuilder.CreateTable(
                name: "ladders_in_use",
                columns: table => new
                {
                    congress = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ladders_in_use", x => x.congress);
                });

            migrationBuilder.CreateTable(
                name: "notices",
                columns: table => new
                {
                    congress = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    matter_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    root_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    source_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    rung = table.Column<string>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    read_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    mail_due = table.Column<bool>(type: "INTEGER", nullable: false),
                    mail_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    post_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notices", x => new { x.congress, x.id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_clocks_remind_on",
                table: "clocks",
                column: "remind_on",
                filter: "stopped_on IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_deliveries_congress_channel_target_day",
                table: "deliveries",
                columns: new[] { "congress", "channel", "target", "day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_deliveries_congress_day_id",
                table: "deliveries",
                columns: new[] { "congress", "day", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_deliveries_next_at",
                table: "deliveries",
                column: "next_at",
                filter: "state = 'Waiting'");

            migrationBuilder.CreateIndex(
                name: "ix_notices_congress_person_id",
                table: "notices",
                columns: new[] { "congress", "person_id" },
                filter: "mail_due");

            migrationBuilder.CreateIndex(
                name: "ix_notices_congress_person_id_id",
                table: "notices",
                columns: new[] { "congress", "person_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_notices_congress_person_id_read_at_id",
                table: "notices",
                columns: new[] { "congress", "person_id", "read_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_notices_congress_source_id_rung_person_id",
                table: "notices",
                columns: new[] { "congress", "source_id", "rung", "person_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_notices_congress_unit_id_at",
                table: "notices",
                columns: new[] { "congress", "unit_id", "at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "deliveries");

            migrationBuilder.DropTable(
                name: "ladders_in_use");

            migrationBuilder.DropTable(
                name: "notices");

            migrationBuilder.DropIndex(
                name: "ix_clocks_remind_on",
                table: "clocks");

            migrationBuilder.DropColumn(
                name: "remind_on",
                table: "clocks");

            migrationBuilder.DropColumn(
                name: "mails_reminders",
                table: "accounts");
        }
    }
}
