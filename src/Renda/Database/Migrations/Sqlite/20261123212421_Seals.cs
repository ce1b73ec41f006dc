using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Renda.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Seals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "backup_rounds",
                columns: table => new
                {
                    congress = table.Column<int>(type: "INTEGER", nullable: false),
                    next_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    done_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    said = table.Column<string>(type: "TEXT", nullable: true),
                    failed = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_backup_rounds", x => x.congress);
                });

            migrationBuilder.CreateTable(
                name: "seal_leaves",
                columns: table => new
                {
                    congress = table.Column<int>(type: "INTEGER", nullable: false),
                    position = table.Column<long>(type: "INTEGER", nullable: false),
                    matter_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_seal_leaves", x => new { x.congress, x.position });
                });

            migrationBuilder.CreateTable(
                name: "seals",
                columns: table => new
                {
                    congress = table.Column<int>(type: "INTEGER", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    previous = table.Column<string>(type: "TEXT", nullable: false),
                    root = table.Column<string>(type: "TEXT", nullable: false),
                    first = table.Column<long>(type: "INTEGER", nullable: false),
                    count = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by = table.Column<Guid>(type: "TEXT", nullable: true),
                    hash = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_seals", x => new { x.congress, x.number });
                });

            migrationBuilder.CreateTable(
                name: "unsealed_records",
                columns: table => new
                {
                    congress = table.Column<int>(type: "INTEGER", nullable: false),
                    matter_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    sequence = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unsealed_records", x => new { x.congress, x.matter_id, x.sequence });
                });

            migrationBuilder.CreateIndex(
                name: "ix_seal_leaves_congress_matter_id_sequence",
                table: "seal_leaves",
                columns: new[] { "congress", "matter_id", "sequence" },
                unique: true);

            Fixed.SealsOnSqlite(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "backup_rounds");

            migrationBuilder.DropTable(
                name: "seal_leaves");

            migrationBuilder.DropTable(
                name: "seals");

            migrationBuilder.DropTable(
                name: "unsealed_records");
        }
    }
}
