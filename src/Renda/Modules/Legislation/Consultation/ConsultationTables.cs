using Microsoft.EntityFrameworkCore;

namespace Renda.Modules.Legislation.Consultation;

/// <summary>Keys and indexes of consultations: a regulation leads each list, since nobody reads over all of them.</summary>
internal static class ConsultationTables
{
    public static void Build(ModelBuilder builder)
    {
        builder.Entity<ConsultationRound>(e =>
        {
            e.ToTable("consultations").HasKey(c => new { c.Congress, c.MatterId, c.Round });
            e.HasIndex(c => new { c.Congress, c.UntilOn, c.MatterId, c.Round });
        });
        builder.Entity<PublicComment>(e =>
        {
            e.ToTable("public_comments").HasKey(c => new { c.Congress, c.Id });
            e.HasIndex(c => new { c.Congress, c.Key }).IsUnique();
            e.HasIndex(c => new { c.Congress, c.Receipt }).IsUnique();
            // In the order in which they came: the list, the export, how many came in the last hour.
            e.HasIndex(c => new { c.Congress, c.MatterId, c.Round, c.At, c.Id });
            e.HasIndex(c => new { c.Congress, c.MatterId, c.Round, c.Result });
            e.HasIndex(c => new { c.Congress, c.GroupId, c.Wording, c.Result, c.Id });
            e.HasIndex(c => new { c.Congress, c.On, c.MatterId, c.Round, c.Result });
        });
        builder.Entity<CommentSender>(e =>
        {
            e.ToTable("comment_senders").HasKey(s => new { s.Congress, s.CommentId });
            e.HasIndex(s => new { s.Congress, s.MatterId });
            e.HasIndex(s => s.EraseOn);
        });
        builder.Entity<CommentGroup>(e =>
        {
            e.ToTable("comment_groups").HasKey(g => new { g.Congress, g.Id });
            // The largest first, of all articles and of one; the same of those that still wait.
            e.HasIndex(g => new { g.Congress, g.MatterId, g.Round, g.Size, g.Id });
            e.HasIndex(g => new { g.Congress, g.MatterId, g.Round, g.Place, g.Article, g.Size, g.Id, g.Open });
            e.HasIndex(g => new { g.Congress, g.MatterId, g.Round, g.Size, g.Id }, "ix_comment_groups_waiting").HasFilter("open > 0");
            e.HasIndex(g => new { g.Congress, g.MatterId, g.Round, g.Place, g.Size, g.Id }, "ix_comment_groups_waiting_at").HasFilter("open > 0");
        });
        builder.Entity<CommentBand>(e => e.ToTable("comment_bands").HasKey(b => new { b.Congress, b.MatterId, b.Band, b.GroupId }));
        builder.Entity<CommentDisposition>(e =>
        {
            e.ToTable("comment_dispositions").HasKey(d => new { d.Congress, d.Id });
            e.HasIndex(d => new { d.Congress, d.Key }).IsUnique();
            e.HasIndex(d => new { d.Congress, d.GroupId, d.Id });
            e.HasIndex(d => new { d.Congress, d.MatterId, d.Round, d.Id });
        });
    }
}
