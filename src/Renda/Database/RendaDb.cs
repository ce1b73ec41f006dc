using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
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
using Renda.Platform.Figures;
using Renda.Platform.Files;
using Renda.Platform.Matters;
using Renda.Platform.Notices;
using Renda.Platform.Records;
using Renda.Platform.Records.Sealing;
using Renda.Platform.Rules;
using Renda.Platform.Search;
using Renda.Platform.Texts;

namespace Renda.Database;

/// <summary>The one model. Its two children exist so that each database has its own migrations.</summary>
internal abstract class RendaDb : IdentityUserContext<Account, Guid>, IDataProtectionKeyContext
{
    protected RendaDb(DbContextOptions options) : base(options)
    {
        // A transaction here is all or nothing; nobody goes on in one after a save that failed, and savepoints make SQLite copy pages.
#pragma warning disable MA0056 // Overridable, and not overridden.
        Database.AutoSavepointsEnabled = false;
#pragma warning restore MA0056
    }

    public DbSet<Congress> Congresses => Set<Congress>();

    public DbSet<Person> People => Set<Person>();

    public DbSet<Unit> Units => Set<Unit>();

    public DbSet<Post> Posts => Set<Post>();

    public DbSet<AccessToken> AccessTokens => Set<AccessToken>();

    public DbSet<AccountEvent> AccountEvents => Set<AccountEvent>();

    public DbSet<Matter> Matters => Set<Matter>();

    public DbSet<MatterClock> Clocks => Set<MatterClock>();

    public DbSet<Link> Links => Set<Link>();

    public DbSet<Party> Parties => Set<Party>();

    public DbSet<Listing> Listings => Set<Listing>();

    public DbSet<Passage> Passages => Set<Passage>();

    public DbSet<Waiting> Waitings => Set<Waiting>();

    public DbSet<Counter> Counters => Set<Counter>();

    public DbSet<Notice> Notices => Set<Notice>();

    public DbSet<Delivery> Deliveries => Set<Delivery>();

    public DbSet<LadderInUse> LaddersInUse => Set<LadderInUse>();

    public DbSet<Record> Records => Set<Record>();

    public DbSet<Seal> Seals => Set<Seal>();

    public DbSet<SealLeaf> SealLeaves => Set<SealLeaf>();

    public DbSet<UnsealedRecord> UnsealedRecords => Set<UnsealedRecord>();

    public DbSet<BackupRound> BackupRounds => Set<BackupRound>();

    public DbSet<Paper> Papers => Set<Paper>();

    public DbSet<PaperPart> PaperParts => Set<PaperPart>();

    public DbSet<RuleVersion> RuleVersions => Set<RuleVersion>();

    public DbSet<Suggestion> Suggestions => Set<Suggestion>();

    public DbSet<JoinedSuggestion> JoinedSuggestions => Set<JoinedSuggestion>();

    public DbSet<HandlingResult> HandlingResults => Set<HandlingResult>();

    public DbSet<CongressTerm> Terms => Set<CongressTerm>();

    public DbSet<Mandate> Mandates => Set<Mandate>();

    public DbSet<MandatePeriod> MandatePeriods => Set<MandatePeriod>();

    public DbSet<RosterEvent> RosterEvents => Set<RosterEvent>();

    public DbSet<LetterTemplate> LetterTemplates => Set<LetterTemplate>();

    public DbSet<UnitWork> UnitWorks => Set<UnitWork>();

    public DbSet<DeputyPage> DeputyPages => Set<DeputyPage>();

    public DbSet<Letter> Letters => Set<Letter>();

    public DbSet<LetterSender> LetterSenders => Set<LetterSender>();

    public DbSet<Opinion> Opinions => Set<Opinion>();

    public DbSet<Visit> Visits => Set<Visit>();

    public DbSet<ReportDraft> ReportDrafts => Set<ReportDraft>();

    public DbSet<BillDraft> BillDrafts => Set<BillDraft>();

    public DbSet<BillEdit> BillEdits => Set<BillEdit>();

    public DbSet<BillOpinion> BillOpinions => Set<BillOpinion>();

    public DbSet<OpinionOutcome> OpinionOutcomes => Set<OpinionOutcome>();

    public DbSet<TextVersion> TextVersions => Set<TextVersion>();

    public DbSet<Law> Laws => Set<Law>();

    public DbSet<LawVersion> LawVersions => Set<LawVersion>();

    public DbSet<LawArticle> LawArticles => Set<LawArticle>();

    public DbSet<LawReference> LawReferences => Set<LawReference>();

    public DbSet<ConsultationRound> Consultations => Set<ConsultationRound>();

    public DbSet<PublicComment> PublicComments => Set<PublicComment>();

    public DbSet<CommentSender> CommentSenders => Set<CommentSender>();

    public DbSet<CommentGroup> CommentGroups => Set<CommentGroup>();

    public DbSet<CommentBand> CommentBands => Set<CommentBand>();

    public DbSet<CommentDisposition> CommentDispositions => Set<CommentDisposition>();

    public DbSet<SearchDocument> SearchDocuments => Set<SearchDocument>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>Added in this unit of work: no row in any table can belong to it yet.</summary>
    public bool IsNew(object row) => Entry(row).State == EntityState.Added;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        Tables.Build(builder);
        Given.Build(builder, Database.IsNpgsql());
        ArticleIndex.Build(builder, Database.IsNpgsql());
    }

    /// <summary>Instants are UTC; SQLite gives them back without saying so.</summary>
    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        v => v.ToUniversalTime(), v => DateTime.SpecifyKind(v, DateTimeKind.Utc));
}

internal sealed class SqliteDb(DbContextOptions<SqliteDb> options) : RendaDb(options);

internal sealed class PostgresDb(DbContextOptions<PostgresDb> options) : RendaDb(options);
