using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Renda.Modules.Contact.Letters;
using Renda.Modules.Contact.Opinions;
using Renda.Modules.Contact.Public;
using Renda.Modules.Contact.Visits;
using Renda.Modules.Deputies.Roster;
using Renda.Modules.Handling.Inside;
using Renda.Modules.Handling.Letters;
using Renda.Modules.Laws.Keeping;
using Renda.Modules.Legislation.Consultation;
using Renda.Modules.Legislation.Drafting;
using Renda.Modules.Legislation.Opinions;
using Renda.Modules.Reports.Editing;
using Renda.Modules.Suggestions;
using Renda.Modules.Suggestions.Joint;
using Renda.Modules.Suggestions.Numbers;
using Renda.Platform.Access;
using Renda.Platform.Backup;
using Renda.Platform.Files;
using Renda.Platform.Matters;
using Renda.Platform.Notices;
using Renda.Platform.Records;
using Renda.Platform.Records.Sealing;
using Renda.Platform.Rules;
using Renda.Platform.Search;
using Renda.Platform.Texts;

namespace Renda.Database;

/// <summary>Keys and indexes. The congress leads every key; each index serves a list that a page shows.</summary>
internal static class Tables
{
    public static void Build(ModelBuilder builder)
    {
        Office(builder);
        Matters(builder);
        Deputies(builder);
        Handling(builder);
        Notices(builder);
        Contact(builder);
        Legislation(builder);
        Laws(builder);
        ConsultationTables.Build(builder);
        builder.Entity<Record>(e =>
        {
            e.ToTable("records").HasKey(r => new { r.Congress, r.MatterId, r.Sequence });
            e.HasIndex(r => new { r.Congress, r.Key }).IsUnique();
            e.HasIndex(r => new { r.Congress, r.At });
            e.Property(r => r.Hash);
        });
        builder.Entity<Seal>(e =>
        {
            e.ToTable("seals").HasKey(s => new { s.Congress, s.Number });
            e.Property(s => s.Hash);
            e.Ignore(s => s.Last);
        });
        builder.Entity<SealLeaf>(e =>
        {
            e.ToTable("seal_leaves").HasKey(l => new { l.Congress, l.Position });
            e.HasIndex(l => new { l.Congress, l.MatterId, l.Sequence }).IsUnique();
        });
        builder.Entity<UnsealedRecord>(e => e.ToTable("unsealed_records").HasKey(u => new { u.Congress, u.MatterId, u.Sequence }));
        builder.Entity<BackupRound>(e =>
        {
            e.ToTable("backup_rounds").HasKey(b => b.Congress);
            e.Property(b => b.Congress).ValueGeneratedNever();
        });
        builder.Entity<Paper>(e =>
        {
            e.ToTable("papers").HasKey(p => new { p.Congress, p.Id });
            e.HasIndex(p => new { p.Congress, p.MatterId });
        });
        builder.Entity<PaperPart>(e => e.ToTable("paper_parts").HasKey(p => new { p.Sha256, p.Part }));
        builder.Entity<SearchDocument>(e =>
        {
            e.ToTable("search_documents").HasKey(d => d.Id);
            e.HasIndex(d => new { d.Congress, d.MatterId }).IsUnique();
        });
        builder.Entity<TextVersion>(e => e.ToTable("text_versions").HasKey(t => new { t.Congress, t.MatterId, t.Number }));
        builder.Entity<ReportDraft>(e => e.ToTable("report_drafts").HasKey(d => new { d.Congress, d.MatterId }));
        builder.Entity<RuleVersion>(e => e.ToTable("rule_versions").HasKey(v => v.Version));
        builder.Entity<Suggestion>(e => e.ToTable("suggestions").HasKey(s => new { s.Congress, s.MatterId }));
        builder.Entity<JoinedSuggestion>(e =>
        {
            e.ToTable("joined_suggestions").HasKey(j => new { j.Congress, j.SuggestionId, j.MatterId });
            e.HasIndex(j => new { j.Congress, j.MatterId });
            // In one running joint handling at most, whoever joins it first.
            e.HasIndex(j => new { j.Congress, j.SuggestionId }).HasFilter("open").IsUnique();
        });
        builder.Entity<HandlingResult>(e =>
        {
            e.ToTable("handling_results").HasKey(r => new { r.Congress, r.MatterId });
            // All a count reads; a unit's own years are one range of it.
            e.HasIndex(r => new { r.Congress, r.Year, r.UnitId, r.Subject, r.DelegationId, r.Intake, r.Reply, r.Attitude, r.Result, r.Promise, r.PromisedBy, r.Ended, r.Divided, r.OpenedOn, r.MatterId });
        });
    }

    private static void Office(ModelBuilder builder)
    {
        builder.Entity<Congress>(e =>
        {
            e.ToTable("congresses").HasKey(c => c.Code);
            e.Property(c => c.Code).ValueGeneratedNever();
        });
        builder.Entity<Person>(e =>
        {
            e.ToTable("people").HasKey(p => new { p.Congress, p.Id });
            e.HasIndex(p => new { p.Congress, p.Name });
        });
        builder.Entity<Unit>(e =>
        {
            e.ToTable("units").HasKey(u => new { u.Congress, u.Id });
            e.HasIndex(u => new { u.Congress, u.Name }).IsUnique();
        });
        builder.Entity<Post>(e =>
        {
            e.ToTable("posts").HasKey(p => new { p.Congress, p.Id });
            e.HasIndex(p => new { p.Congress, p.PersonId });
            e.HasIndex(p => new { p.Congress, p.Kind });
        });
        builder.Entity<Account>(e =>
        {
            e.ToTable("accounts");
            e.HasIndex(a => new { a.Congress, a.PersonId }).IsUnique();
        });
        builder.Entity<AccessToken>(e =>
        {
            e.ToTable("access_tokens").HasKey(t => new { t.Congress, t.Id });
            e.HasIndex(t => t.Id).IsUnique();
            e.HasIndex(t => t.AccountId);
        });
        builder.Entity<AccountEvent>(e => e.ToTable("account_events").HasKey(a => new { a.Congress, a.Id }));
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("account_claims");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("account_logins");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("account_tokens");
    }

    private static void Deputies(ModelBuilder builder)
    {
        builder.Entity<CongressTerm>(e => e.ToTable("terms").HasKey(t => new { t.Congress, t.Number }));
        builder.Entity<Mandate>(e =>
        {
            e.ToTable("mandates").HasKey(m => new { m.Congress, m.Id });
            e.HasIndex(m => new { m.Congress, m.PersonId, m.From });
            e.HasIndex(m => new { m.Congress, m.Term, m.Id });
            e.HasIndex(m => new { m.Congress, m.Term, m.DelegationId, m.Id });
            e.HasIndex(m => new { m.Congress, m.Term, m.Elector, m.Id });
        });
        builder.Entity<MandatePeriod>(e =>
        {
            e.ToTable("mandate_periods").HasKey(p => new { p.Congress, p.Id });
            e.HasIndex(p => new { p.Congress, p.MandateId });
            e.HasIndex(p => new { p.Congress, p.UnitId, p.MandateId });
        });
        builder.Entity<RosterEvent>(e =>
        {
            e.ToTable("roster_events").HasKey(r => new { r.Congress, r.Id });
            e.HasIndex(r => new { r.Congress, r.PersonId, r.Id });
        });
    }

    private static void Handling(ModelBuilder builder)
    {
        builder.Entity<LetterTemplate>(e =>
        {
            e.ToTable("letter_templates").HasKey(t => t.Congress);
            e.Property(t => t.Congress).ValueGeneratedNever();
        });
        builder.Entity<UnitWork>(e =>
        {
            e.ToTable("unit_works").HasKey(w => new { w.Congress, w.MatterId });
            e.HasIndex(w => new { w.Congress, w.UnitId, w.SuggestionId });
            e.HasIndex(w => new { w.Congress, w.UnitId, w.PersonId, w.Open, w.SuggestionId });
        });
    }

    private static void Notices(ModelBuilder builder)
    {
        builder.Entity<Notice>(e =>
        {
            e.ToTable("notices").HasKey(n => new { n.Congress, n.Id });
            e.Property(n => n.Text).HasMaxLength(Notice.LongestText);
            // A call is made once for each recipient, whichever node makes it.
            e.HasIndex(n => new { n.Congress, n.SourceId, n.Rung, n.PersonId }).IsUnique();
            e.HasIndex(n => new { n.Congress, n.PersonId, n.Id });
            e.HasIndex(n => new { n.Congress, n.PersonId, n.ReadAt, n.Id });
            e.HasIndex(n => new { n.Congress, n.UnitId, n.At });
            e.HasIndex(n => new { n.Congress, n.PersonId }).HasFilter("mail_due");
        });
        builder.Entity<Delivery>(e =>
        {
            e.ToTable("deliveries").HasKey(d => new { d.Congress, d.Id });
            e.HasIndex(d => new { d.Congress, d.Channel, d.Target, d.Day }).IsUnique();
            e.HasIndex(d => new { d.Congress, d.Day, d.Id });
            e.HasIndex(d => d.NextAt).HasFilter("state = 'Waiting'");
        });
        builder.Entity<LadderInUse>(e =>
        {
            e.ToTable("ladders_in_use").HasKey(l => l.Congress);
            e.Property(l => l.Congress).ValueGeneratedNever();
        });
    }

    private static void Contact(ModelBuilder builder)
    {
        builder.Entity<DeputyPage>(e => e.ToTable("deputy_pages").HasKey(p => new { p.Congress, p.PersonId }));
        builder.Entity<Letter>(e =>
        {
            e.ToTable("letters").HasKey(l => new { l.Congress, l.MatterId });
            e.HasIndex(l => new { l.Congress, l.Receipt }).IsUnique();
            e.HasIndex(l => new { l.Congress, l.ArrivedAt });
            e.HasIndex(l => new { l.Congress, l.DeputyId, l.ArrivedAt });
            e.HasIndex(l => new { l.Congress, l.DeputyId, l.Text });
        });
        builder.Entity<LetterSender>(e =>
        {
            e.ToTable("letter_senders").HasKey(s => new { s.Congress, s.MatterId });
            e.HasIndex(s => new { s.Congress, s.EraseOn });
        });
        builder.Entity<Opinion>(e => e.ToTable("opinions").HasKey(o => new { o.Congress, o.MatterId }));
        builder.Entity<Visit>(e =>
        {
            e.ToTable("visits").HasKey(v => new { v.Congress, v.MatterId });
            e.HasIndex(v => new { v.Congress, v.On, v.MatterId });
            e.HasIndex(v => new { v.Congress, v.PersonId, v.On, v.MatterId });
            e.HasIndex(v => new { v.Congress, v.PlanId, v.On });
        });
    }

    private static void Legislation(ModelBuilder builder)
    {
        builder.Entity<BillDraft>(e => e.ToTable("bill_drafts").HasKey(d => new { d.Congress, d.MatterId }));
        builder.Entity<BillEdit>(e => e.ToTable("bill_edits").HasKey(d => new { d.Congress, d.MatterId, d.Revision }));
        builder.Entity<BillOpinion>(e =>
        {
            e.ToTable("bill_opinions").HasKey(o => new { o.Congress, o.Id });
            e.HasIndex(o => new { o.Congress, o.MatterId, o.Place, o.Id });
        });
        builder.Entity<OpinionOutcome>(e => e.ToTable("opinion_outcomes").HasKey(r => new { r.Congress, r.OpinionId, r.Number }));
    }

    private static void Laws(ModelBuilder builder)
    {
        builder.Entity<Law>(e =>
        {
            e.ToTable("laws").HasKey(l => new { l.Congress, l.MatterId });
            // One law of a name, until it is repealed and made anew.
            e.HasIndex(l => new { l.Congress, l.Name }).HasFilter("repealed_on IS NULL").IsUnique();
            e.HasIndex(l => new { l.Congress, l.Latest, l.MatterId });
            e.HasIndex(l => new { l.Congress, l.Kind, l.Latest, l.MatterId });
        });
        builder.Entity<LawVersion>(e => e.ToTable("law_versions").HasKey(v => new { v.Congress, v.MatterId, v.Number }));
        builder.Entity<LawArticle>(e =>
        {
            e.ToTable("law_articles").HasKey(a => new { a.Congress, a.MatterId, a.Version, a.Order });
            e.HasIndex(a => a.Row).IsUnique();
        });
        builder.Entity<LawReference>(e =>
        {
            e.ToTable("law_references").HasKey(r => new { r.Congress, r.MatterId, r.Version, r.Number });
            e.HasIndex(r => new { r.Congress, r.Name });
        });
    }

    private static void Matters(ModelBuilder builder)
    {
        builder.Entity<Matter>(e =>
        {
            e.ToTable("matters").HasKey(m => new { m.Congress, m.Id });
            e.Property(m => m.Revision).IsConcurrencyToken();
            e.HasIndex(m => new { m.Congress, m.Procedure, m.OpenedOn, m.Id });
            e.HasIndex(m => new { m.Congress, m.Procedure, m.Stage, m.OpenedOn, m.Id });
            e.HasIndex(m => new { m.Congress, m.Procedure, m.UnitId, m.OpenedOn, m.Id });
            e.HasIndex(m => new { m.Congress, m.Procedure, m.UnitId, m.Stage, m.OpenedOn, m.Id });
            e.HasIndex(m => new { m.Congress, m.Procedure, m.PersonId, m.OpenedOn, m.Id });
            e.HasIndex(m => new { m.Congress, m.Procedure, m.Subject, m.OpenedOn, m.Id });
            e.HasIndex(m => new { m.Congress, m.Procedure, m.DueOn, m.Id });
            e.HasIndex(m => new { m.Congress, m.Procedure, m.Number }).IsUnique();
            e.HasIndex(m => new { m.Congress, m.ParentId });
        });
        builder.Entity<MatterClock>(e =>
        {
            e.ToTable("clocks").HasKey(c => new { c.Congress, c.Id });
            e.HasIndex(c => new { c.Congress, c.MatterId });
            e.HasIndex(c => new { c.Congress, c.Procedure, c.Limit, c.StartedOn, c.Due, c.StoppedOn, c.Replaced });
            e.HasIndex(c => c.Due).HasFilter("provisional AND stopped_on IS NULL");
            e.HasIndex(c => c.RemindOn).HasFilter("stopped_on IS NULL");
            e.Property(c => c.RemindOn).HasDefaultValue(DateOnly.MinValue).ValueGeneratedNever();
        });
        builder.Entity<Party>(e =>
        {
            e.ToTable("parties").HasKey(p => new { p.Congress, p.Id });
            e.HasIndex(p => new { p.Congress, p.MatterId });
            e.HasIndex(p => new { p.Congress, p.PersonId, p.MatterId });
            e.HasIndex(p => new { p.Congress, p.UnitId, p.MatterId });
        });
        builder.Entity<Link>(e =>
        {
            e.ToTable("links").HasKey(l => new { l.Congress, l.TargetId, l.MatterId });
            e.HasIndex(l => new { l.Congress, l.MatterId });
        });
        builder.Entity<Listing>(e =>
        {
            e.ToTable("listings").HasKey(l => new { l.Congress, l.MatterId, l.Viewer });
            e.HasIndex(l => new { l.Congress, l.Viewer, l.Procedure, l.OpenedOn, l.MatterId });
            e.HasIndex(l => new { l.Congress, l.Viewer, l.Procedure, l.Stage, l.OpenedOn, l.MatterId });
        });
        builder.Entity<Passage>(e =>
        {
            e.ToTable("passages").HasKey(p => new { p.Congress, p.MatterId, p.Sequence });
            // All the flow page reads, in the order it is counted in.
            e.HasIndex(p => new { p.Congress, p.Procedure, p.FromStage, p.ToStage, p.Step, p.Again, p.Days, p.On, p.UnitId, p.Hidden });
            // All a figure of acts, of what began or of what ended reads.
            e.HasIndex(p => new { p.Congress, p.Procedure, p.Step, p.On, p.ToStage, p.FromStage, p.Again, p.UnitId, p.MatterId, p.Sequence });
        });
        builder.Entity<Waiting>(e =>
        {
            e.ToTable("waitings").HasKey(w => new { w.Congress, w.Id });
            e.HasIndex(w => new { w.Congress, w.MatterId });
            e.HasIndex(w => new { w.Congress, w.PersonId, w.Dated, w.DueOn, w.Id });
            e.HasIndex(w => new { w.Congress, w.UnitId, w.Dated, w.DueOn, w.Id });
            e.HasIndex(w => new { w.Congress, w.UnitId, w.AllDueOn, w.Id, w.Role, w.Step, w.MatterId });
            e.HasIndex(w => new { w.Congress, w.Role, w.Dated, w.DueOn, w.Id });
        });
        builder.Entity<Counter>(e => e.ToTable("counters").HasKey(c => new { c.Congress, c.Name }));
    }
}
