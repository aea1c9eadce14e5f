using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Training.Api.Data.Records;
using Training.Domain.Appraisals;
using Training.Domain.Calendars;
using Training.Domain.Courses;
using Training.Domain.Kpis;
using Training.Domain.Incentives;
using Training.Domain.People;
using Training.Domain.Plans;
using Training.Domain.Notices;
using Training.Domain.Rules;
using Training.Domain.Sessions;
using Training.Domain.Standards;

namespace Training.Api.Data;

/// <summary>What a database context of ours needs beside its options.</summary>
internal sealed record TrainingDbParts(WriterGate Gate, OrganisationClock Clock, Actor Actor);

/// <summary>The records, on either store. Reading is plain EF Core; writing goes through <c>WriteAsync</c> alone.</summary>
internal abstract partial class TrainingDb(DbContextOptions options, TrainingDbParts? parts)
    : IdentityDbContext<Account, IdentityRole<long>, long>(options)
{
    /// <summary>Absent only while the tools read the model at design time.</summary>
    private TrainingDbParts Parts => parts ?? throw new InvalidOperationException("The design-time context cannot write.");

    /// <summary>The instant and the actor that audit rows of the running write carry.</summary>
    internal (DateTimeOffset Now, Actor Actor) Stamp => (Parts.Clock.Now, Parts.Actor);

    public DbSet<SignInSession> SignInSessions => Set<SignInSession>();

    public DbSet<RefreshToken> RefreshTokens => Set<RefreshToken>();

    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();

    public DbSet<GrantRequest> GrantRequests => Set<GrantRequest>();

    public DbSet<SignInState> SignInStates => Set<SignInState>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<AuditSeal> AuditSeals => Set<AuditSeal>();

    public DbSet<Lookup> Lookups => Set<Lookup>();

    public DbSet<StoredFile> StoredFiles => Set<StoredFile>();

    public DbSet<StoredFileContent> StoredFileContents => Set<StoredFileContent>();

    public DbSet<IdempotencyRecord> IdempotencyRecords => Set<IdempotencyRecord>();

    public DbSet<JobOccurrence> JobOccurrences => Set<JobOccurrence>();

    public DbSet<ReferenceRecord> ReferenceRecords => Set<ReferenceRecord>();

    public DbSet<Notice> Notices => Set<Notice>();

    public DbSet<NoticeDelivery> NoticeDeliveries => Set<NoticeDelivery>();

    public DbSet<Import> Imports => Set<Import>();

    public DbSet<ImportChange> ImportChanges => Set<ImportChange>();

    public DbSet<Department> Departments => Set<Department>();

    public DbSet<Position> Positions => Set<Position>();

    public DbSet<WorkPlace> WorkPlaces => Set<WorkPlace>();

    public DbSet<CalendarDay> CalendarDays => Set<CalendarDay>();

    public DbSet<CalendarYear> CalendarYears => Set<CalendarYear>();

    public DbSet<Shift> Shifts => Set<Shift>();

    public DbSet<RosterEntry> RosterEntries => Set<RosterEntry>();

    public DbSet<Employee> Employees => Set<Employee>();

    public DbSet<Assignment> Assignments => Set<Assignment>();

    public DbSet<ReportingLine> ReportingLines => Set<ReportingLine>();

    public DbSet<BaseWage> BaseWages => Set<BaseWage>();

    public DbSet<Delegation> Delegations => Set<Delegation>();

    public DbSet<LeaveRecord> LeaveRecords => Set<LeaveRecord>();

    public DbSet<DocumentKind> DocumentKinds => Set<DocumentKind>();

    public DbSet<DocumentVersion> DocumentVersions => Set<DocumentVersion>();

    public DbSet<Acknowledgement> Acknowledgements => Set<Acknowledgement>();

    public DbSet<Course> Courses => Set<Course>();

    public DbSet<Standard> Standards => Set<Standard>();

    public DbSet<PlanTemplate> PlanTemplates => Set<PlanTemplate>();

    public DbSet<Plan> Plans => Set<Plan>();

    public DbSet<PlanAmendment> PlanAmendments => Set<PlanAmendment>();

    public DbSet<TrainingItem> TrainingItems => Set<TrainingItem>();

    public DbSet<Completion> Completions => Set<Completion>();

    public DbSet<TrainingSession> TrainingSessions => Set<TrainingSession>();

    public DbSet<Enrolment> Enrolments => Set<Enrolment>();

    public DbSet<MeetingAttendance> MeetingAttendance => Set<MeetingAttendance>();

    public DbSet<SurveyAnswer> SurveyAnswers => Set<SurveyAnswer>();

    public DbSet<RetrainingOrder> RetrainingOrders => Set<RetrainingOrder>();

    public DbSet<Kpi> Kpis => Set<Kpi>();

    public DbSet<KpiTemplate> KpiTemplates => Set<KpiTemplate>();

    public DbSet<AppraisalCycle> AppraisalCycles => Set<AppraisalCycle>();

    public DbSet<Appraisal> Appraisals => Set<Appraisal>();

    public DbSet<AppraisalSegment> AppraisalSegments => Set<AppraisalSegment>();

    public DbSet<AppraisalAdjustment> AppraisalAdjustments => Set<AppraisalAdjustment>();

    public DbSet<Appeal> Appeals => Set<Appeal>();

    public DbSet<AppraisalInterview> AppraisalInterviews => Set<AppraisalInterview>();

    public DbSet<CeilingLift> CeilingLifts => Set<CeilingLift>();

    public DbSet<AppraisalResult> AppraisalResults => Set<AppraisalResult>();

    public DbSet<StoredReceipt> StoredReceipts => Set<StoredReceipt>();

    public DbSet<SelfReview> SelfReviews => Set<SelfReview>();

    public DbSet<AppraisalNote> AppraisalNotes => Set<AppraisalNote>();

    public DbSet<ImprovementPlan> ImprovementPlans => Set<ImprovementPlan>();

    public DbSet<OwnGoal> OwnGoals => Set<OwnGoal>();

    public DbSet<ScoringClosure> ScoringClosures => Set<ScoringClosure>();

    public DbSet<ItemSetAside> ItemSetAsides => Set<ItemSetAside>();

    public DbSet<SegmentTarget> SegmentTargets => Set<SegmentTarget>();

    public DbSet<PerformanceEventKind> PerformanceEventKinds => Set<PerformanceEventKind>();

    public DbSet<PerformanceEvent> PerformanceEvents => Set<PerformanceEvent>();
    public DbSet<Measurement> Measurements => Set<Measurement>();

    public DbSet<Correction> Corrections => Set<Correction>();

    public DbSet<AttendancePunch> AttendancePunches => Set<AttendancePunch>();

    public DbSet<PunchQuestion> PunchQuestions => Set<PunchQuestion>();

    /// <summary>Writers take turns inside this process.</summary>
    protected abstract bool HasGate { get; }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        configurationBuilder.Properties<string>().HaveMaxLength(400);
        configurationBuilder.Properties<decimal>().HavePrecision(18, 4);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(TrainingDb).Assembly);
        foreach (var type in builder.Model.GetEntityTypes().Where(x => typeof(IVersioned).IsAssignableFrom(x.ClrType)))
        {
            builder.Entity(type.ClrType).Property<int>(nameof(IVersioned.Version)).IsConcurrencyToken();
        }
    }
}
