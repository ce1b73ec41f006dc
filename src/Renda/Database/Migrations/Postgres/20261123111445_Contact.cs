using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Renda.Database.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Contact : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "deputy_pages",
                columns: table => new
                {
                    congress = table.Column<int>(type: "integer", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    since = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_deputy_pages", x => new { x.congress, x.person_id });
                });

            migrationBuilder.CreateTable(
                name: "letter_senders",
                columns: table => new
                {
                    congress = table.Column<int>(type: "integer", nullable: false),
                    matter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: true),
                    reach = table.Column<string>(type: "text", nullable: true),
                    erase_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_letter_senders", x => new { x.congress, x.matter_id });
                });

            migrationBuilder.CreateTable(
                name: "letters",
                columns: table => new
                {
                    congress = table.Column<int>(type: "integer", nullable: false),
                    matter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    deputy_id = table.Column<Guid>(type: "uuid", nullable: false),
                    arrived_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    receipt = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    doubt = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_letters", x => new { x.congress, x.matter_id });
                });

            migrationBuilder.CreateTable(
                name: "opinions",
                columns: table => new
                {
                    congress = table.Column<int>(type: "integer", nullable: false),
                    matter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_opinions", x => new { x.congress, x.matter_id });
                });

            migrationBuilder.CreateTable(
                name: "visits",
                columns: table => new
                {
                    congress = table.Column<int>(type: "integer", nullable: false),
                    matter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    way = table.Column<string>(type: "text", nullable: false),
                    people = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_visits", x => new { x.congress, x.matter_id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_letter_senders_congress_erase_on",
                table: "letter_senders",
                columns: new[] { "congress", "erase_on" });

            migrationBuilder.CreateIndex(
                name: "ix_letters_congress_arrived_at",
                table: "letters",
                columns: new[] { "congress", "arrived_at" });

            migrationBuilder.CreateIndex(
                name: "ix_letters_congress_deputy_id_arrived_at",
                table: "letters",
                columns: new[] { "congress", "deputy_id", "arrived_at" });

            migrationBuilder.CreateIndex(
                name: "ix_letters_congress_deputy_id_text",
                table: "letters",
                columns: new[] { "congress", "deputy_id", "text" });

            migrationBuilder.CreateIndex(
                name: "ix_letters_congress_receipt",
                table: "letters",
                columns: new[] { "congress", "receipt" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_visits_congress_on_matter_id",
                table: "visits",
                columns: new[] { "congress", "on", "matter_id" });

            migrationBuilder.CreateIndex(
                name: "ix_visits_congress_person_id_on_matter_id",
                table: "visits",
                columns: new[] { "congress", "person_id", "on", "matter_id" });

            migrationBuilder.CreateIndex(
                name: "ix_visits_congress_plan_id_on",
                table: "visits",
                columns: new[] { "congress", "plan_id", "on" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "deputy_pages");

            migrationBuilder.DropTable(
                name: "letter_senders");

            migrationBuilder.DropTable(
                name: "letters");

            migrationBuilder.DropTable(
                name: "opinions");

            migrationBuilder.DropTable(
                name: "visits");
        }
    }
}
