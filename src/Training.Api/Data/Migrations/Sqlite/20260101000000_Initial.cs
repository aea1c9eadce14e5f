using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Training.Api.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AppraisalCycles",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    Phase = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Settings = table.Column<string>(type: "TEXT", maxLength: 40000, nullable: false),
                    Distribution = table.Column<string>(type: "TEXT", maxLength: 40000, nullable: false),
                    EventCeilings = table.Column<string>(type: "TEXT", maxLength: 40000, nullable: false),
                    ImprovementBelow = table.Column<decimal>(type: "TEXT", precision: 5, scale: 2, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Dates_CalibrationDueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Dates_CloseDueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Dates_DataCutOffOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Dates_PublicationDueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Dates_ScoringDueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Dates_SelfReviewDueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Dates_TargetsDueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Population_IncludesAgency = table.Column<bool>(type: "INTEGER", nullable: false),
                    Population_IncludesInterns = table.Column<bool>(type: "INTEGER", nullable: false),
                    Population_IncludesProbation = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AppraisalCycles", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AspNetRoles",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetRoles", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AuditEntries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    AccountId = table.Column<long>(type: "INTEGER", nullable: true),
                    Act = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Entity = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    EntityId = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    RootEntity = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    RootId = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Change = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Before = table.Column<string>(type: "TEXT", maxLength: 10485760, nullable: true),
                    After = table.Column<string>(type: "TEXT", maxLength: 10485760, nullable: true),
                    TraceId = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditEntries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AuditSeals",
                columns: table => new
                {
                    Place = table.Column<long>(type: "INTEGER", nullable: false),
                    EntryId = table.Column<long>(type: "INTEGER", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    SealedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditSeals", x => x.Place);
                });

            migrationBuilder.CreateTable(
                name: "CalendarDays",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    NameZh = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    NameEn = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CalendarDays", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CalendarYears",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    IsComplete = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CalendarYears", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Courses",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    NameZh = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    NameEn = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    NameSortKey = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    SearchText = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Category = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StandardLevel = table.Column<int>(type: "INTEGER", nullable: true),
                    ClassHours = table.Column<decimal>(type: "TEXT", precision: 6, scale: 1, nullable: true),
                    PracticeHours = table.Column<decimal>(type: "TEXT", precision: 6, scale: 1, nullable: true),
                    LengthValue = table.Column<int>(type: "INTEGER", nullable: true),
                    LengthUnit = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    AudienceZh = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    AudienceEn = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    SourceDocument = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    SourceLocator = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    ValidityMonths = table.Column<int>(type: "INTEGER", nullable: true),
                    Mode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CompletionRule = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PassMark = table.Column<decimal>(type: "TEXT", precision: 4, scale: 1, nullable: true),
                    AttendancePercent = table.Column<int>(type: "INTEGER", nullable: false),
                    RequiresSurvey = table.Column<bool>(type: "INTEGER", nullable: false),
                    RequiresSignOff = table.Column<bool>(type: "INTEGER", nullable: false),
                    RetiredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    PublishedVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    HasUnpublishedChanges = table.Column<bool>(type: "INTEGER", nullable: false),
                    SuccessorId = table.Column<long>(type: "INTEGER", nullable: true),
                    CountsForSuccessor = table.Column<bool>(type: "INTEGER", nullable: false),
                    ReplacedById = table.Column<long>(type: "INTEGER", nullable: true),
                    ReplacedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CountsForId = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Courses", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Courses_Courses_CountsForId",
                        column: x => x.CountsForId,
                        principalTable: "Courses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Courses_Courses_ReplacedById",
                        column: x => x.ReplacedById,
                        principalTable: "Courses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Courses_Courses_SuccessorId",
                        column: x => x.SuccessorId,
                        principalTable: "Courses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Departments",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    NameZh = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    NameEn = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    ParentId = table.Column<long>(type: "INTEGER", nullable: true),
                    RetiredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Departments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Departments_Departments_ParentId",
                        column: x => x.ParentId,
                        principalTable: "Departments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DocumentKinds",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    NameZh = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    NameEn = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DocumentKinds", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "IdempotencyRecords",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AccountId = table.Column<long>(type: "INTEGER", nullable: false),
                    Route = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Fingerprint = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    Location = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Body = table.Column<string>(type: "TEXT", maxLength: 10485760, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdempotencyRecords", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "JobOccurrences",
                columns: table => new
                {
                    Job = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Slot = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ClaimedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    FinishedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JobOccurrences", x => new { x.Job, x.Slot });
                });

            migrationBuilder.CreateTable(
                name: "Kpis",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    NameSortKey = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    SearchText = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    LatestVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    RetiredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Kpis", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PerformanceEventKinds",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    NameZh = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    NameEn = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Severity = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    IsUpheld = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Minutes = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Article = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Amount = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    RetiredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PerformanceEventKinds", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PlanTemplates",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    NameZh = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    NameEn = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    BackgroundZh = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    BackgroundEn = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    AudienceZh = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    AudienceEn = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Objectives = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: false),
                    Methods = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: false),
                    ClassHours = table.Column<decimal>(type: "TEXT", precision: 6, scale: 1, nullable: true),
                    PracticeHours = table.Column<decimal>(type: "TEXT", precision: 6, scale: 1, nullable: true),
                    Recurrence = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SupportZh = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    SupportEn = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    SourceDocument = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    SourceLocator = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    NameSortKey = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    SearchText = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    RetiredAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanTemplates", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Positions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    NameZh = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    NameEn = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    DutiesZh = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    DutiesEn = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    RetiredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Positions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ReferenceRecords",
                columns: table => new
                {
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    RecordId = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReferenceRecords", x => new { x.Kind, x.Code });
                });

            migrationBuilder.CreateTable(
                name: "Shifts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    NameZh = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    NameEn = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    StartsAt = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    EndsAt = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    RetiredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Shifts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SignInStates",
                columns: table => new
                {
                    AccountId = table.Column<long>(type: "INTEGER", nullable: false),
                    Failures = table.Column<int>(type: "INTEGER", nullable: false),
                    LastAttemptAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LockedUntilAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LastAuthenticatorStep = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignInStates", x => x.AccountId);
                });

            migrationBuilder.CreateTable(
                name: "Standards",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Standards", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "StoredFiles",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    MediaType = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Length = table.Column<int>(type: "INTEGER", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    StoredAt = table.Column<long>(type: "INTEGER", nullable: false),
                    AccountId = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StoredFiles", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "WorkPlaces",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    NameZh = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    NameEn = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WorkPlaces", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AspNetRoleClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RoleId = table.Column<long>(type: "INTEGER", nullable: false),
                    ClaimType = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    ClaimValue = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetRoleClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AspNetRoleClaims_AspNetRoles_RoleId",
                        column: x => x.RoleId,
                        principalTable: "AspNetRoles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CourseFunction",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CourseId = table.Column<long>(type: "INTEGER", nullable: false),
                    FunctionCode = table.Column<string>(type: "TEXT", maxLength: 37, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CourseFunction", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CourseFunction_Courses_CourseId",
                        column: x => x.CourseId,
                        principalTable: "Courses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CourseModule",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CourseId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    TitleZh = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    TitleEn = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    KeyPoints = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CourseModule", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CourseModule_Courses_CourseId",
                        column: x => x.CourseId,
                        principalTable: "Courses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CoursePrerequisite",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CourseId = table.Column<long>(type: "INTEGER", nullable: false),
                    RequiredId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CoursePrerequisite", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CoursePrerequisite_Courses_CourseId",
                        column: x => x.CourseId,
                        principalTable: "Courses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_CoursePrerequisite_Courses_RequiredId",
                        column: x => x.RequiredId,
                        principalTable: "Courses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CourseQuestion",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CourseId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    ModuleNumber = table.Column<int>(type: "INTEGER", nullable: true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    TextZh = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    TextEn = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Options = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: false),
                    IsTrue = table.Column<bool>(type: "INTEGER", nullable: true),
                    ModelAnswerZh = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    ModelAnswerEn = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CourseQuestion", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CourseQuestion_Courses_CourseId",
                        column: x => x.CourseId,
                        principalTable: "Courses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CourseVersion",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CourseId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    PublishedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    NameZh = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    NameEn = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Mode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ClassHours = table.Column<decimal>(type: "TEXT", precision: 6, scale: 1, nullable: true),
                    PracticeHours = table.Column<decimal>(type: "TEXT", precision: 6, scale: 1, nullable: true),
                    ValidityMonths = table.Column<int>(type: "INTEGER", nullable: true),
                    CompletionRule = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PassMark = table.Column<decimal>(type: "TEXT", precision: 4, scale: 1, nullable: true),
                    AttendancePercent = table.Column<int>(type: "INTEGER", nullable: false),
                    RequiresSurvey = table.Column<bool>(type: "INTEGER", nullable: false),
                    RequiresSignOff = table.Column<bool>(type: "INTEGER", nullable: false),
                    Modules = table.Column<string>(type: "TEXT", maxLength: 4000000, nullable: false),
                    FunctionCodes = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Questions = table.Column<string>(type: "TEXT", maxLength: 4000000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CourseVersion", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CourseVersion_Courses_CourseId",
                        column: x => x.CourseId,
                        principalTable: "Courses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "KpiVersion",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    KpiId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    StartsOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    NameZh = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    NameEn = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    DefinitionZh = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    DefinitionEn = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    FormulaZh = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    FormulaEn = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Decimals = table.Column<int>(type: "INTEGER", nullable: false),
                    Direction = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    EventKindCode = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    TrainingMeasure = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Period = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Aggregation = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ScalesToQuarter = table.Column<bool>(type: "INTEGER", nullable: false),
                    Use = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    MinimumSample = table.Column<int>(type: "INTEGER", nullable: true),
                    PlausibleFrom = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: true),
                    PlausibleTo = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: true),
                    DefaultTarget = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: true),
                    TargetTextZh = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    TargetTextEn = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    DataSourceZh = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    DataSourceEn = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    OtherPositions = table.Column<string>(type: "TEXT", maxLength: 50000, nullable: false),
                    SuitsEverybody = table.Column<bool>(type: "INTEGER", nullable: false),
                    Proposed = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    HasProposals = table.Column<bool>(type: "INTEGER", nullable: false),
                    Sources = table.Column<string>(type: "TEXT", maxLength: 50000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KpiVersion", x => x.Id);
                    table.ForeignKey(
                        name: "FK_KpiVersion_Kpis_KpiId",
                        column: x => x.KpiId,
                        principalTable: "Kpis",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PlanTemplateCost",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    TemplateId = table.Column<long>(type: "INTEGER", nullable: false),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Description = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanTemplateCost", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PlanTemplateCost_PlanTemplates_TemplateId",
                        column: x => x.TemplateId,
                        principalTable: "PlanTemplates",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PlanTemplateEvaluationPart",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    TemplateId = table.Column<long>(type: "INTEGER", nullable: false),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    NameZh = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    NameEn = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    MaxMarks = table.Column<decimal>(type: "TEXT", precision: 5, scale: 1, nullable: false),
                    ExcellentFrom = table.Column<decimal>(type: "TEXT", precision: 5, scale: 1, nullable: false),
                    WeakBelow = table.Column<decimal>(type: "TEXT", precision: 5, scale: 1, nullable: false),
                    Measure = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanTemplateEvaluationPart", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PlanTemplateEvaluationPart_PlanTemplates_TemplateId",
                        column: x => x.TemplateId,
                        principalTable: "PlanTemplates",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PlanTemplateItem",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    TemplateId = table.Column<long>(type: "INTEGER", nullable: false),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    CourseId = table.Column<long>(type: "INTEGER", nullable: false),
                    Stage = table.Column<int>(type: "INTEGER", nullable: true),
                    IsMandatory = table.Column<bool>(type: "INTEGER", nullable: false),
                    DueWorkingDays = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanTemplateItem", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PlanTemplateItem_Courses_CourseId",
                        column: x => x.CourseId,
                        principalTable: "Courses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PlanTemplateItem_PlanTemplates_TemplateId",
                        column: x => x.TemplateId,
                        principalTable: "PlanTemplates",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PlanTemplateStage",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    TemplateId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    LengthValue = table.Column<int>(type: "INTEGER", nullable: false),
                    LengthUnit = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanTemplateStage", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PlanTemplateStage_PlanTemplates_TemplateId",
                        column: x => x.TemplateId,
                        principalTable: "PlanTemplates",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "KpiTemplates",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    PositionId = table.Column<long>(type: "INTEGER", nullable: false),
                    NameZh = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    NameEn = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    NameSortKey = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    SearchText = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PublishedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    FromQuarter = table.Column<string>(type: "TEXT", maxLength: 6, nullable: true),
                    RetiredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    RetiredFromQuarter = table.Column<string>(type: "TEXT", maxLength: 6, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KpiTemplates", x => x.Id);
                    table.ForeignKey(
                        name: "FK_KpiTemplates_Positions_PositionId",
                        column: x => x.PositionId,
                        principalTable: "Positions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PositionCourse",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CourseId = table.Column<long>(type: "INTEGER", nullable: false),
                    RequiredFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DueWorkingDays = table.Column<int>(type: "INTEGER", nullable: false),
                    PositionId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PositionCourse", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PositionCourse_Courses_CourseId",
                        column: x => x.CourseId,
                        principalTable: "Courses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PositionCourse_Positions_PositionId",
                        column: x => x.PositionId,
                        principalTable: "Positions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "StandardEdition",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    StandardId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    NameZh = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    NameEn = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    DefinitionZh = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    DefinitionEn = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    SourceDocument = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    SourceLocator = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Examination = table.Column<string>(type: "TEXT", maxLength: 10485760, nullable: true),
                    PublishedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StandardEdition", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StandardEdition_Standards_StandardId",
                        column: x => x.StandardId,
                        principalTable: "Standards",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CourseMaterial",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CourseId = table.Column<long>(type: "INTEGER", nullable: false),
                    TitleZh = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    TitleEn = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Url = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    FileId = table.Column<long>(type: "INTEGER", nullable: true),
                    AddedIn = table.Column<int>(type: "INTEGER", nullable: false),
                    WithdrawnIn = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CourseMaterial", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CourseMaterial_Courses_CourseId",
                        column: x => x.CourseId,
                        principalTable: "Courses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_CourseMaterial_StoredFiles_FileId",
                        column: x => x.FileId,
                        principalTable: "StoredFiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DocumentVersions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    KindId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    TitleZh = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    TitleEn = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 100000, nullable: true),
                    FileId = table.Column<long>(type: "INTEGER", nullable: true),
                    EffectiveOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    PublishedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DocumentVersions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DocumentVersions_DocumentKinds_KindId",
                        column: x => x.KindId,
                        principalTable: "DocumentKinds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DocumentVersions_StoredFiles_FileId",
                        column: x => x.FileId,
                        principalTable: "StoredFiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StoredFileContents",
                columns: table => new
                {
                    FileId = table.Column<long>(type: "INTEGER", nullable: false),
                    Bytes = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StoredFileContents", x => x.FileId);
                    table.ForeignKey(
                        name: "FK_StoredFileContents_StoredFiles_FileId",
                        column: x => x.FileId,
                        principalTable: "StoredFiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Employees",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    EmployeeNumber = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    NameZh = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    NameLatin = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    NameReading = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    NameSortKey = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    SearchText = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    WorkEmail = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Mobile = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    WorkPlaceId = table.Column<long>(type: "INTEGER", nullable: true),
                    Language = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Employees", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Employees_WorkPlaces_WorkPlaceId",
                        column: x => x.WorkPlaceId,
                        principalTable: "WorkPlaces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MinimumWage",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    MonthlyAmount = table.Column<decimal>(type: "TEXT", precision: 9, scale: 2, nullable: false),
                    WorkPlaceId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MinimumWage", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MinimumWage_WorkPlaces_WorkPlaceId",
                        column: x => x.WorkPlaceId,
                        principalTable: "WorkPlaces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "KpiVersionCourse",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CourseId = table.Column<long>(type: "INTEGER", nullable: false),
                    VersionId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KpiVersionCourse", x => x.Id);
                    table.ForeignKey(
                        name: "FK_KpiVersionCourse_Courses_CourseId",
                        column: x => x.CourseId,
                        principalTable: "Courses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_KpiVersionCourse_KpiVersion_VersionId",
                        column: x => x.VersionId,
                        principalTable: "KpiVersion",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "KpiVersionPosition",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PositionId = table.Column<long>(type: "INTEGER", nullable: false),
                    VersionId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KpiVersionPosition", x => x.Id);
                    table.ForeignKey(
                        name: "FK_KpiVersionPosition_KpiVersion_VersionId",
                        column: x => x.VersionId,
                        principalTable: "KpiVersion",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_KpiVersionPosition_Positions_PositionId",
                        column: x => x.PositionId,
                        principalTable: "Positions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AppraisalCycleTemplate",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CycleId = table.Column<long>(type: "INTEGER", nullable: false),
                    PositionId = table.Column<long>(type: "INTEGER", nullable: false),
                    TemplateId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AppraisalCycleTemplate", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AppraisalCycleTemplate_AppraisalCycles_CycleId",
                        column: x => x.CycleId,
                        principalTable: "AppraisalCycles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_AppraisalCycleTemplate_KpiTemplates_TemplateId",
                        column: x => x.TemplateId,
                        principalTable: "KpiTemplates",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AppraisalCycleTemplate_Positions_PositionId",
                        column: x => x.PositionId,
                        principalTable: "Positions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "KpiTemplateSection",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    TemplateId = table.Column<long>(type: "INTEGER", nullable: false),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    NameZh = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    NameEn = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Weight = table.Column<decimal>(type: "TEXT", precision: 5, scale: 2, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KpiTemplateSection", x => x.Id);
                    table.ForeignKey(
                        name: "FK_KpiTemplateSection_KpiTemplates_TemplateId",
                        column: x => x.TemplateId,
                        principalTable: "KpiTemplates",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "StandardLevel",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    EditionId = table.Column<long>(type: "INTEGER", nullable: false),
                    Level = table.Column<int>(type: "INTEGER", nullable: false),
                    TitleZh = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    TitleEn = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    QualificationZh = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    QualificationEn = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Eligibility = table.Column<string>(type: "TEXT", maxLength: 10485760, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StandardLevel", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StandardLevel_StandardEdition_EditionId",
                        column: x => x.EditionId,
                        principalTable: "StandardEdition",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DocumentAudience",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    DepartmentId = table.Column<long>(type: "INTEGER", nullable: false),
                    DocumentVersionId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DocumentAudience", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DocumentAudience_Departments_DepartmentId",
                        column: x => x.DepartmentId,
                        principalTable: "Departments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DocumentAudience_DocumentVersions_DocumentVersionId",
                        column: x => x.DocumentVersionId,
                        principalTable: "DocumentVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Accounts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    EmployeeId = table.Column<long>(type: "INTEGER", nullable: true),
                    DisabledAt = table.Column<long>(type: "INTEGER", nullable: true),
                    MustChangePassword = table.Column<bool>(type: "INTEGER", nullable: false),
                    InitialPasswordExpiresAt = table.Column<long>(type: "INTEGER", nullable: true),
                    AuthenticatorSecret = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    UserName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    Email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    PasswordHash = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    SecurityStamp = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    PhoneNumber = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    LockoutEnd = table.Column<long>(type: "INTEGER", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Accounts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Accounts_Employees_EmployeeId",
                        column: x => x.EmployeeId,
                        principalTable: "Employees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Acknowledgements",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    DocumentVersionId = table.Column<long>(type: "INTEGER", nullable: false),
                    EmployeeId = table.Column<long>(type: "INTEGER", nullable: false),
                    AcknowledgedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Acknowledgements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Acknowledgements_DocumentVersions_DocumentVersionId",
                        column: x => x.DocumentVersionId,
                        principalTable: "DocumentVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Acknowledgements_Employees_EmployeeId",
                        column: x => x.EmployeeId,
                        principalTable: "Employees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Appraisals",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CycleId = table.Column<long>(type: "INTEGER", nullable: false),
                    EmployeeId = table.Column<long>(type: "INTEGER", nullable: false),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OpenedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ReopenedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ReopenReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    RevisedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Revisions = table.Column<int>(type: "INTEGER", nullable: false),
                    IsByTemplate = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Appraisals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Appraisals_AppraisalCycles_CycleId",
                        column: x => x.CycleId,
                        principalTable: "AppraisalCycles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Appraisals_Employees_EmployeeId",
                        column: x => x.EmployeeId,
                        principalTable: "Employees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Assignments",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    EmployeeId = table.Column<long>(type: "INTEGER", nullable: false),
                    DepartmentId = table.Column<long>(type: "INTEGER", nullable: false),
                    PositionId = table.Column<long>(type: "INTEGER", nullable: false),
                    SupervisorId = table.Column<long>(type: "INTEGER", nullable: true),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Assignments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Assignments_Departments_DepartmentId",
                        column: x => x.DepartmentId,
                        principalTable: "Departments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Assignments_Employees_EmployeeId",
                        column: x => x.EmployeeId,
                        principalTable: "Employees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Assignments_Employees_SupervisorId",
                        column: x => x.SupervisorId,
                        principalTable: "Employees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Assignments_Positions_PositionId",
                        column: x => x.PositionId,
                        principalTable: "Positions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AttendancePunches",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    EmployeeId = table.Column<long>(type: "INTEGER", nullable: false),
                    PunchedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Direction = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AttendancePunches", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AttendancePunches_Employees_EmployeeId",
                        column: x => x.EmployeeId,
                        principalTable: "Employees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BaseWages",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    EmployeeId = table.Column<long>(type: "INTEGER", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    MonthlyAmount = table.Column<decimal>(type: "TEXT", precision: 9, scale: 2, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BaseWages", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BaseWages_Employees_EmployeeId",
                        column: x => x.EmployeeId,
                        principalTable: "Employees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Delegations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SupervisorId = table.Column<long>(type: "INTEGER", nullable: false),
                    DeputyId = table.Column<long>(type: "INTEGER", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Delegations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Delegations_Employees_DeputyId",
                        column: x => x.DeputyId,
                        principalTable: "Employees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Delegations_Employees_SupervisorId",
                        column: x => x.SupervisorId,
                        principalTable: "Employees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DepartmentHead",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    DepartmentId = table.Column<long>(type: "INTEGER", nullable: false),
                    EmployeeId = table.Column<long>(type: "INTEGER", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DepartmentHead", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DepartmentHead_Departments_DepartmentId",
                        column: x => x.DepartmentId,
                        principalTable: "Departments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_DepartmentHead_Employees_EmployeeId",
                        column: x => x.EmployeeId,
                        principalTable: "Employees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EarlierCertificate",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Issuer = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    IssuedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ExpiresOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EmployeeId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EarlierCertificate", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EarlierCertificate_Employees_EmployeeId",
                        column: x => x.EmployeeId,
                        principalTable: "Employees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Education",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    School = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Degree = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Major = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    GraduatedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EmployeeId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Education", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Education_Employees_EmployeeId",
                        column: x => x.EmployeeId,
                        principalTable: "Employees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "EmploymentPeriod",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    HiredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LeftOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    LeaveReason = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    ContractKind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    WorkShare = table.Column<decimal>(type: "TEXT", precision: 3, scale: 2, nullable: false),
                    EmployeeId = table.Column<long>(type: "INTEGER", nullable: false),
                    Probation_DecidedById = table.Column<long>(type: "INTEGER", nullable: true),
                    Probation_DecidedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Probation_EndsOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Probation_Outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Probation_ProposedById = table.Column<long>(type: "INTEGER", nullable: true),
                    Probation_ProposedForId = table.Column<long>(type: "INTEGER", nullable: true),
                    Probation_ProposedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Probation_ProposedOutcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EmploymentPeriod", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EmploymentPeriod_Employees_EmployeeId",
                        column: x => x.EmployeeId,
                        principalTable: "Employees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "LeaveRecords",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    EmployeeId = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FromOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    FromHalf = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ToOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ToHalf = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LeaveRecords", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LeaveRecords_Employees_EmployeeId",
                        column: x => x.EmployeeId,
                        principalTable: "Employees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Measurements",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    EmployeeId = table.Column<long>(type: "INTEGER", nullable: true),
                    DepartmentId = table.Column<long>(type: "INTEGER", nullable: true),
                    KpiId = table.Column<long>(type: "INTEGER", nullable: false),
                    PeriodKind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PeriodFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    PeriodTo = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Value = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: false),
                    SampleSize = table.Column<int>(type: "INTEGER", nullable: true),
                    Source = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SourceRow = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    IsImplausible = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Measurements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Measurements_Departments_DepartmentId",
                        column: x => x.DepartmentId,
                        principalTable: "Departments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Measurements_Employees_EmployeeId",
                        column: x => x.EmployeeId,
                        principalTable: "Employees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Measurements_Kpis_KpiId",
                        column: x => x.KpiId,
                        principalTable: "Kpis",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReportingLines",
                columns: table => new
                {
                    SupervisorId = table.Column<long>(type: "INTEGER", nullable: false),
                    EmployeeId = table.Column<long>(type: "INTEGER", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    IsDirect = table.Column<bool>(type: "INTEGER", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportingLines", x => new { x.SupervisorId, x.EmployeeId, x.From });
                    table.ForeignKey(
                        name: "FK_ReportingLines_Employees_EmployeeId",
                        column: x => x.EmployeeId,
                        principalTable: "Employees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReportingLines_Employees_SupervisorId",
                        column: x => x.SupervisorId,
                        principalTable: "Employees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RosterEntries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    EmployeeId = table.Column<long>(type: "INTEGER", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ShiftId = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RosterEntries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RosterEntries_Employees_EmployeeId",
                        column: x => x.EmployeeId,
                        principalTable: "Employees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RosterEntries_Shifts_ShiftId",
                        column: x => x.ShiftId,
                        principalTable: "Shifts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Title",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Level = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    AwardedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EmployeeId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Title", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Title_Employees_EmployeeId",
                        column: x => x.EmployeeId,
                        principalTable: "Employees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "TrainingSessions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    CourseId = table.Column<long>(type: "INTEGER", nullable: false),
                    CourseVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    WorkPlaceId = table.Column<long>(type: "INTEGER", nullable: true),
                    Room = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    RoomKey = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    TrainerId = table.Column<long>(type: "INTEGER", nullable: true),
                    TrainerName = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Capacity = table.Column<int>(type: "INTEGER", nullable: false),
                    Minimum = table.Column<int>(type: "INTEGER", nullable: false),
                    HasWaitingList = table.Column<bool>(type: "INTEGER", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Survey = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StartsAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EndsAt = table.Column<long>(type: "INTEGER", nullable: false),
                    FirstOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LastOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    CancelReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TrainingSessions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TrainingSessions_Courses_CourseId",
                        column: x => x.CourseId,
                        principalTable: "Courses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TrainingSessions_Employees_TrainerId",
                        column: x => x.TrainerId,
                        principalTable: "Employees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TrainingSessions_WorkPlaces_WorkPlaceId",
                        column: x => x.WorkPlaceId,
                        principalTable: "WorkPlaces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "KpiTemplateItem",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SectionId = table.Column<long>(type: "INTEGER", nullable: false),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    KpiId = table.Column<long>(type: "INTEGER", nullable: false),
                    Weight = table.Column<decimal>(type: "TEXT", precision: 5, scale: 2, nullable: false),
                    Method = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: false),
                    Scope = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Target = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: true),
                    Cap = table.Column<decimal>(type: "TEXT", precision: 5, scale: 2, nullable: false),
                    CeilingGrade = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    CeilingBelow = table.Column<decimal>(type: "TEXT", precision: 5, scale: 2, nullable: true),
                    ReasonZh = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    ReasonEn = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    IsProposed = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KpiTemplateItem", x => x.Id);
                    table.ForeignKey(
                        name: "FK_KpiTemplateItem_KpiTemplateSection_SectionId",
                        column: x => x.SectionId,
                        principalTable: "KpiTemplateSection",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_KpiTemplateItem_Kpis_KpiId",
                        column: x => x.KpiId,
                        principalTable: "Kpis",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StandardFunction",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    LevelId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    NameZh = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    NameEn = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    WeightPercent = table.Column<decimal>(type: "TEXT", precision: 4, scale: 1, nullable: false),
                    IsBasic = table.Column<bool>(type: "INTEGER", nullable: false),
                    Contents = table.Column<string>(type: "TEXT", maxLength: 10485760, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StandardFunction", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StandardFunction_StandardLevel_LevelId",
                        column: x => x.LevelId,
                        principalTable: "StandardLevel",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    UserId = table.Column<long>(type: "INTEGER", nullable: false),
                    ClaimType = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    ClaimValue = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AspNetUserClaims_Accounts_UserId",
                        column: x => x.UserId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserLogins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    ProviderKey = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    UserId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserLogins", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_AspNetUserLogins_Accounts_UserId",
                        column: x => x.UserId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserRoles",
                columns: table => new
                {
                    UserId = table.Column<long>(type: "INTEGER", nullable: false),
                    RoleId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserRoles", x => new { x.UserId, x.RoleId });
                    table.ForeignKey(
                        name: "FK_AspNetUserRoles_Accounts_UserId",
                        column: x => x.UserId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_AspNetUserRoles_AspNetRoles_RoleId",
                        column: x => x.RoleId,
                        principalTable: "AspNetRoles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserTokens",
                columns: table => new
                {
                    UserId = table.Column<long>(type: "INTEGER", nullable: false),
                    LoginProvider = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Value = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserTokens", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_AspNetUserTokens_Accounts_UserId",
                        column: x => x.UserId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Completions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    EmployeeId = table.Column<long>(type: "INTEGER", nullable: false),
                    CourseId = table.Column<long>(type: "INTEGER", nullable: false),
                    CourseVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    CompletedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Result = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Score = table.Column<decimal>(type: "TEXT", precision: 4, scale: 1, nullable: true),
                    Evidence = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    EvidenceFileId = table.Column<long>(type: "INTEGER", nullable: true),
                    RecordedByAccountId = table.Column<long>(type: "INTEGER", nullable: false),
                    RecordedForId = table.Column<long>(type: "INTEGER", nullable: true),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Completions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Completions_Accounts_RecordedByAccountId",
                        column: x => x.RecordedByAccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Completions_Courses_CourseId",
                        column: x => x.CourseId,
                        principalTable: "Courses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Completions_Employees_EmployeeId",
                        column: x => x.EmployeeId,
                        principalTable: "Employees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Completions_Employees_RecordedForId",
                        column: x => x.RecordedForId,
                        principalTable: "Employees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Completions_StoredFiles_EvidenceFileId",
                        column: x => x.EvidenceFileId,
                        principalTable: "StoredFiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Corrections",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    EmployeeId = table.Column<long>(type: "INTEGER", nullable: true),
                    DepartmentId = table.Column<long>(type: "INTEGER", nullable: true),
                    KpiId = table.Column<long>(type: "INTEGER", nullable: false),
                    PeriodKind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PeriodFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    PeriodTo = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    OldValue = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: true),
                    OldSampleSize = table.Column<int>(type: "INTEGER", nullable: true),
                    NewValue = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: true),
                    NewSampleSize = table.Column<int>(type: "INTEGER", nullable: true),
                    Source = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SourceRow = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    IsImplausible = table.Column<bool>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    ProposedByAccountId = table.Column<long>(type: "INTEGER", nullable: true),
                    ProposedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    DecidedByAccountId = table.Column<long>(type: "INTEGER", nullable: true),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Corrections", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Corrections_Accounts_DecidedByAccountId",
                        column: x => x.DecidedByAccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Corrections_Accounts_ProposedByAccountId",
                        column: x => x.ProposedByAccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Corrections_Departments_DepartmentId",
                        column: x => x.DepartmentId,
                        principalTable: "Departments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Corrections_Employees_EmployeeId",
                        column: x => x.EmployeeId,
                        principalTable: "Employees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Corrections_Kpis_KpiId",
                        column: x => x.KpiId,
                        principalTable: "Kpis",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "GrantRequests",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AccountId = table.Column<long>(type: "INTEGER", nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    RequestedById = table.Column<long>(type: "INTEGER", nullable: true),
                    RequestedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    DecidedById = table.Column<long>(type: "INTEGER", nullable: true),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GrantRequests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_GrantRequests_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_GrantRequests_Accounts_DecidedById",
                        column: x => x.DecidedById,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_GrantRequests_Accounts_RequestedById",
                        column: x => x.RequestedById,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Imports",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    FileId = table.Column<long>(type: "INTEGER", nullable: false),
                    AccountId = table.Column<long>(type: "INTEGER", nullable: false),
                    AppliedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RowCount = table.Column<int>(type: "INTEGER", nullable: false),
                    NewCount = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedCount = table.Column<int>(type: "INTEGER", nullable: false),
                    SameCount = table.Column<int>(type: "INTEGER", nullable: false),
                    LeftOutCount = table.Column<int>(type: "INTEGER", nullable: false),
                    QueuedCount = table.Column<int>(type: "INTEGER", nullable: false),
                    UndoneAt = table.Column<long>(type: "INTEGER", nullable: true),
                    UndoneByAccountId = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Imports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Imports_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Imports_StoredFiles_FileId",
                        column: x => x.FileId,
                        principalTable: "StoredFiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Lookups",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AccountId = table.Column<long>(type: "INTEGER", nullable: false),
                    EmployeeId = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Lookups", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Lookups_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Lookups_Employees_EmployeeId",
                        column: x => x.EmployeeId,
                        principalTable: "Employees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Notices",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RecipientAccountId = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    SubjectType = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    SubjectId = table.Column<long>(type: "INTEGER", nullable: false),
                    Values = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ReadAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Notices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Notices_Accounts_RecipientAccountId",
                        column: x => x.RecipientAccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PerformanceEvents",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    EmployeeId = table.Column<long>(type: "INTEGER", nullable: false),
                    KindId = table.Column<long>(type: "INTEGER", nullable: false),
                    OccurredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Severity = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    IsUpheld = table.Column<bool>(type: "INTEGER", nullable: true),
                    Minutes = table.Column<int>(type: "INTEGER", nullable: true),
                    Article = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Amount = table.Column<decimal>(type: "TEXT", precision: 9, scale: 2, nullable: true),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Description = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Evidence = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    EvidenceFileId = table.Column<long>(type: "INTEGER", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    IsImported = table.Column<bool>(type: "INTEGER", nullable: false),
                    ReportedByAccountId = table.Column<long>(type: "INTEGER", nullable: false),
                    ReportedForId = table.Column<long>(type: "INTEGER", nullable: true),
                    ReportedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EditedByAccountId = table.Column<long>(type: "INTEGER", nullable: true),
                    ToldOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ViewUntil = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    View = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    ViewedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    IsObjection = table.Column<bool>(type: "INTEGER", nullable: true),
                    DecidedByAccountId = table.Column<long>(type: "INTEGER", nullable: true),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DecisionNote = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    RevokedByAccountId = table.Column<long>(type: "INTEGER", nullable: true),
                    RevokedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    RevocationReason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PerformanceEvents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PerformanceEvents_Accounts_DecidedByAccountId",
                        column: x => x.DecidedByAccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PerformanceEvents_Accounts_EditedByAccountId",
                        column: x => x.EditedByAccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PerformanceEvents_Accounts_ReportedByAccountId",
                        column: x => x.ReportedByAccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PerformanceEvents_Accounts_RevokedByAccountId",
                        column: x => x.RevokedByAccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PerformanceEvents_Employees_EmployeeId",
                        column: x => x.EmployeeId,
                        principalTable: "Employees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PerformanceEvents_Employees_ReportedForId",
                        column: x => x.ReportedForId,
                        principalTable: "Employees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PerformanceEvents_PerformanceEventKinds_KindId",
                        column: x => x.KindId,
                        principalTable: "PerformanceEventKinds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PerformanceEvents_StoredFiles_EvidenceFileId",
                        column: x => x.EvidenceFileId,
                        principalTable: "StoredFiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Plans",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    TitleZh = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    TitleEn = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    TitleSortKey = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    SearchText = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    TemplateId = table.Column<long>(type: "INTEGER", nullable: true),
                    DepartmentId = table.Column<long>(type: "INTEGER", nullable: false),
                    AudienceWithBelow = table.Column<bool>(type: "INTEGER", nullable: false),
                    AudiencePositionIds = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    AudienceHiredFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AudienceHiredTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AudienceContractKinds = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    StartsOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EndsOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    BackgroundZh = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    BackgroundEn = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Objectives = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: false),
                    SupportZh = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    SupportEn = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Recurrence = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SourcePlanId = table.Column<long>(type: "INTEGER", nullable: true),
                    AuthorAccountId = table.Column<long>(type: "INTEGER", nullable: false),
                    AuthorEmployeeId = table.Column<long>(type: "INTEGER", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StartedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    RecurredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    LapseToldOn = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Plans", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Plans_Accounts_AuthorAccountId",
                        column: x => x.AuthorAccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Plans_Departments_DepartmentId",
                        column: x => x.DepartmentId,
                        principalTable: "Departments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Plans_Employees_AuthorEmployeeId",
                        column: x => x.AuthorEmployeeId,
                        principalTable: "Employees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Plans_PlanTemplates_TemplateId",
                        column: x => x.TemplateId,
                        principalTable: "PlanTemplates",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Plans_Plans_SourcePlanId",
                        column: x => x.SourcePlanId,
                        principalTable: "Plans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RecoveryCodes",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AccountId = table.Column<long>(type: "INTEGER", nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    UsedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecoveryCodes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RecoveryCodes_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ScoringClosures",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CycleId = table.Column<long>(type: "INTEGER", nullable: false),
                    DepartmentId = table.Column<long>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    AccountId = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScoringClosures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ScoringClosures_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ScoringClosures_AppraisalCycles_CycleId",
                        column: x => x.CycleId,
                        principalTable: "AppraisalCycles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ScoringClosures_Departments_DepartmentId",
                        column: x => x.DepartmentId,
                        principalTable: "Departments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SignInSessions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AccountId = table.Column<long>(type: "INTEGER", nullable: false),
                    AccessHash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    AccessExpiresAt = table.Column<long>(type: "INTEGER", nullable: false),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    EndReason = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    IsTwoFactor = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignInSessions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SignInSessions_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Appeals",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AppraisalId = table.Column<long>(type: "INTEGER", nullable: false),
                    ResultNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Evidence = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    FiledAt = table.Column<long>(type: "INTEGER", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ReviewerId = table.Column<long>(type: "INTEGER", nullable: true),
                    NamedByAccountId = table.Column<long>(type: "INTEGER", nullable: true),
                    DecisionReason = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Points = table.Column<decimal>(type: "TEXT", precision: 5, scale: 2, nullable: true),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Appeals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Appeals_Accounts_NamedByAccountId",
                        column: x => x.NamedByAccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Appeals_Appraisals_AppraisalId",
                        column: x => x.AppraisalId,
                        principalTable: "Appraisals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Appeals_Employees_ReviewerId",
                        column: x => x.ReviewerId,
                        principalTable: "Employees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AppraisalAdjustments",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AppraisalId = table.Column<long>(type: "INTEGER", nullable: false),
                    Points = table.Column<decimal>(type: "TEXT", precision: 5, scale: 2, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    AccountId = table.Column<long>(type: "INTEGER", nullable: false),
                    SignedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    WithdrawnAt = table.Column<long>(type: "INTEGER", nullable: true),
                    WithdrawnByAccountId = table.Column<long>(type: "INTEGER", nullable: true),
                    WithdrawnReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AppraisalAdjustments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AppraisalAdjustments_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AppraisalAdjustments_Accounts_WithdrawnByAccountId",
                        column: x => x.WithdrawnByAccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AppraisalAdjustments_Appraisals_AppraisalId",
                        column: x => x.AppraisalId,
                        principalTable: "Appraisals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AppraisalInterviews",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AppraisalId = table.Column<long>(type: "INTEGER", nullable: false),
                    HeldOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Points = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    AgreedSteps = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    ById = table.Column<long>(type: "INTEGER", nullable: false),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AppraisalInterviews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AppraisalInterviews_Appraisals_AppraisalId",
                        column: x => x.AppraisalId,
                        principalTable: "Appraisals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AppraisalInterviews_Employees_ById",
                        column: x => x.ById,
                        principalTable: "Employees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AppraisalNotes",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AppraisalId = table.Column<long>(type: "INTEGER", nullable: false),
                    WriterId = table.Column<long>(type: "INTEGER", nullable: false),
                    WrittenForId = table.Column<long>(type: "INTEGER", nullable: true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    IsShared = table.Column<bool>(type: "INTEGER", nullable: false),
                    WrittenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AppraisalNotes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AppraisalNotes_Appraisals_AppraisalId",
                        column: x => x.AppraisalId,
                        principalTable: "Appraisals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AppraisalNotes_Employees_WriterId",
                        column: x => x.WriterId,
                        principalTable: "Employees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AppraisalNotes_Employees_WrittenForId",
                        column: x => x.WrittenForId,
                        principalTable: "Employees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AppraisalResults",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AppraisalId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    CountedDays = table.Column<int>(type: "INTEGER", nullable: false),
                    Unrated = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Cause = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Total = table.Column<decimal>(type: "TEXT", precision: 5, scale: 2, nullable: true),
                    Adjusted = table.Column<decimal>(type: "TEXT", precision: 5, scale: 2, nullable: false),
                    Final = table.Column<decimal>(type: "TEXT", precision: 5, scale: 2, nullable: true),
                    Band = table.Column<string>(type: "TEXT", maxLength: 8, nullable: true),
                    Grade = table.Column<string>(type: "TEXT", maxLength: 8, nullable: true),
                    ReceiptSha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    PublishedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    PublishedByAccountId = table.Column<long>(type: "INTEGER", nullable: false),
                    AcknowledgedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Agrees = table.Column<bool>(type: "INTEGER", nullable: true),
                    Remark = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AppraisalResults", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AppraisalResults_Accounts_PublishedByAccountId",
                        column: x => x.PublishedByAccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AppraisalResults_Appraisals_AppraisalId",
                        column: x => x.AppraisalId,
                        principalTable: "Appraisals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AppraisalSegments",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AppraisalId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    DepartmentId = table.Column<long>(type: "INTEGER", nullable: false),
                    PositionId = table.Column<long>(type: "INTEGER", nullable: false),
                    SupervisorId = table.Column<long>(type: "INTEGER", nullable: true),
                    FromOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ToOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    OwnDays = table.Column<int>(type: "INTEGER", nullable: false),
                    Days = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Notes = table.Column<string>(type: "TEXT", maxLength: 40000, nullable: false),
                    RaterId = table.Column<long>(type: "INTEGER", nullable: true),
                    RaterReason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    RaterNamedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Marks = table.Column<string>(type: "TEXT", maxLength: 1000000, nullable: false),
                    Remark = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    ScoredById = table.Column<long>(type: "INTEGER", nullable: true),
                    ScoredForId = table.Column<long>(type: "INTEGER", nullable: true),
                    ScoredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ReopenedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    IsLeftBehind = table.Column<bool>(type: "INTEGER", nullable: false),
                    TargetsAgreedByPersonAt = table.Column<long>(type: "INTEGER", nullable: true),
                    TargetsAgreedByRaterAt = table.Column<long>(type: "INTEGER", nullable: true),
                    TargetsAgreedById = table.Column<long>(type: "INTEGER", nullable: true),
                    TargetsAgreedForId = table.Column<long>(type: "INTEGER", nullable: true),
                    TargetsExtendedTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    TargetsExtensionReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AppraisalSegments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AppraisalSegments_Appraisals_AppraisalId",
                        column: x => x.AppraisalId,
                        principalTable: "Appraisals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AppraisalSegments_Departments_DepartmentId",
                        column: x => x.DepartmentId,
                        principalTable: "Departments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AppraisalSegments_Employees_RaterId",
                        column: x => x.RaterId,
                        principalTable: "Employees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AppraisalSegments_Employees_ScoredById",
                        column: x => x.ScoredById,
                        principalTable: "Employees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AppraisalSegments_Employees_ScoredForId",
                        column: x => x.ScoredForId,
                        principalTable: "Employees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AppraisalSegments_Employees_SupervisorId",
                        column: x => x.SupervisorId,
                        principalTable: "Employees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AppraisalSegments_Employees_TargetsAgreedById",
                        column: x => x.TargetsAgreedById,
                        principalTable: "Employees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AppraisalSegments_Employees_TargetsAgreedForId",
                        column: x => x.TargetsAgreedForId,
                        principalTable: "Employees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AppraisalSegments_Positions_PositionId",
                        column: x => x.PositionId,
                        principalTable: "Positions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ImprovementPlans",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AppraisalId = table.Column<long>(type: "INTEGER", nullable: false),
                    EmployeeId = table.Column<long>(type: "INTEGER", nullable: false),
                    CoachId = table.Column<long>(type: "INTEGER", nullable: false),
                    Steps = table.Column<string>(type: "TEXT", maxLength: 150000, nullable: false),
                    CheckDays = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Checks = table.Column<string>(type: "TEXT", maxLength: 750000, nullable: false),
                    PublishedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    MadeOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImprovementPlans", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ImprovementPlans_Appraisals_AppraisalId",
                        column: x => x.AppraisalId,
                        principalTable: "Appraisals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ImprovementPlans_Employees_CoachId",
                        column: x => x.CoachId,
                        principalTable: "Employees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ImprovementPlans_Employees_EmployeeId",
                        column: x => x.EmployeeId,
                        principalTable: "Employees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ItemSetAsides",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AppraisalId = table.Column<long>(type: "INTEGER", nullable: false),
                    KpiId = table.Column<long>(type: "INTEGER", nullable: false),
                    SegmentNumber = table.Column<int>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    AccountId = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ItemSetAsides", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ItemSetAsides_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ItemSetAsides_Appraisals_AppraisalId",
                        column: x => x.AppraisalId,
                        principalTable: "Appraisals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ItemSetAsides_Kpis_KpiId",
                        column: x => x.KpiId,
                        principalTable: "Kpis",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OwnGoals",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AppraisalId = table.Column<long>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Milestones = table.Column<string>(type: "TEXT", maxLength: 40000, nullable: false),
                    LastMilestone = table.Column<int>(type: "INTEGER", nullable: false),
                    Progress = table.Column<string>(type: "TEXT", maxLength: 1500000, nullable: false),
                    IsDone = table.Column<bool>(type: "INTEGER", nullable: false),
                    SetAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OwnGoals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OwnGoals_Appraisals_AppraisalId",
                        column: x => x.AppraisalId,
                        principalTable: "Appraisals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SegmentTargets",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AppraisalId = table.Column<long>(type: "INTEGER", nullable: false),
                    SegmentNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    KpiId = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Holds = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: true),
                    Proposed = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: false),
                    ProposedBy = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ProposedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Remark = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Refusals = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SegmentTargets", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SegmentTargets_Appraisals_AppraisalId",
                        column: x => x.AppraisalId,
                        principalTable: "Appraisals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SegmentTargets_Kpis_KpiId",
                        column: x => x.KpiId,
                        principalTable: "Kpis",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SelfReviews",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AppraisalId = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Items = table.Column<string>(type: "TEXT", maxLength: 1000000, nullable: false),
                    SubmittedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SelfReviews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SelfReviews_Appraisals_AppraisalId",
                        column: x => x.AppraisalId,
                        principalTable: "Appraisals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SessionMeeting",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SessionId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    StartsAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EndsAt = table.Column<long>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SessionMeeting", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SessionMeeting_TrainingSessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "TrainingSessions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SurveyAnswers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SessionId = table.Column<long>(type: "INTEGER", nullable: false),
                    Values = table.Column<string>(type: "TEXT", maxLength: 60000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SurveyAnswers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SurveyAnswers_TrainingSessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "TrainingSessions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Enrolments",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SessionId = table.Column<long>(type: "INTEGER", nullable: false),
                    EmployeeId = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    IsMandatory = table.Column<bool>(type: "INTEGER", nullable: false),
                    MandatoryReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    RequestedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    OfferedUntil = table.Column<long>(type: "INTEGER", nullable: true),
                    WithdrawalCause = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Theory = table.Column<decimal>(type: "TEXT", precision: 4, scale: 1, nullable: true),
                    Practical = table.Column<decimal>(type: "TEXT", precision: 4, scale: 1, nullable: true),
                    StageQuiz = table.Column<decimal>(type: "TEXT", precision: 4, scale: 1, nullable: true),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    SignedOffAt = table.Column<long>(type: "INTEGER", nullable: true),
                    SignedOffByAccountId = table.Column<long>(type: "INTEGER", nullable: true),
                    SurveyAnsweredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    CompletionId = table.Column<long>(type: "INTEGER", nullable: true),
                    MadeCompletion = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Enrolments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Enrolments_Accounts_SignedOffByAccountId",
                        column: x => x.SignedOffByAccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Enrolments_Completions_CompletionId",
                        column: x => x.CompletionId,
                        principalTable: "Completions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Enrolments_Employees_EmployeeId",
                        column: x => x.EmployeeId,
                        principalTable: "Employees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Enrolments_TrainingSessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "TrainingSessions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ImportChanges",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ImportId = table.Column<long>(type: "INTEGER", nullable: false),
                    Row = table.Column<int>(type: "INTEGER", nullable: false),
                    Entity = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    EntityId = table.Column<long>(type: "INTEGER", nullable: false),
                    IsNew = table.Column<bool>(type: "INTEGER", nullable: false),
                    Before = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: true),
                    After = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: true),
                    VersionAfter = table.Column<int>(type: "INTEGER", nullable: true),
                    UndoneAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportChanges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ImportChanges_Imports_ImportId",
                        column: x => x.ImportId,
                        principalTable: "Imports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "NoticeDeliveries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    NoticeId = table.Column<long>(type: "INTEGER", nullable: false),
                    Channel = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    NextAttemptAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LeasedUntil = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NoticeDeliveries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_NoticeDeliveries_Notices_NoticeId",
                        column: x => x.NoticeId,
                        principalTable: "Notices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CeilingLifts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AppraisalId = table.Column<long>(type: "INTEGER", nullable: false),
                    KpiId = table.Column<long>(type: "INTEGER", nullable: true),
                    EventId = table.Column<long>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    AccountId = table.Column<long>(type: "INTEGER", nullable: false),
                    SignedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    WithdrawnAt = table.Column<long>(type: "INTEGER", nullable: true),
                    WithdrawnByAccountId = table.Column<long>(type: "INTEGER", nullable: true),
                    WithdrawnReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CeilingLifts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CeilingLifts_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CeilingLifts_Accounts_WithdrawnByAccountId",
                        column: x => x.WithdrawnByAccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CeilingLifts_Appraisals_AppraisalId",
                        column: x => x.AppraisalId,
                        principalTable: "Appraisals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CeilingLifts_Kpis_KpiId",
                        column: x => x.KpiId,
                        principalTable: "Kpis",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CeilingLifts_PerformanceEvents_EventId",
                        column: x => x.EventId,
                        principalTable: "PerformanceEvents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PunchQuestions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    EmployeeId = table.Column<long>(type: "INTEGER", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Missing = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Minutes = table.Column<int>(type: "INTEGER", nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    AnsweredByAccountId = table.Column<long>(type: "INTEGER", nullable: true),
                    AnsweredForId = table.Column<long>(type: "INTEGER", nullable: true),
                    AnsweredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    EventId = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PunchQuestions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PunchQuestions_Accounts_AnsweredByAccountId",
                        column: x => x.AnsweredByAccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PunchQuestions_Employees_AnsweredForId",
                        column: x => x.AnsweredForId,
                        principalTable: "Employees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PunchQuestions_Employees_EmployeeId",
                        column: x => x.EmployeeId,
                        principalTable: "Employees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PunchQuestions_PerformanceEvents_EventId",
                        column: x => x.EventId,
                        principalTable: "PerformanceEvents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PlanAmendments",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PlanId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    OldEndsOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    NewEndsOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AuthorAccountId = table.Column<long>(type: "INTEGER", nullable: false),
                    AuthorEmployeeId = table.Column<long>(type: "INTEGER", nullable: true),
                    ProposedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    DecidedByAccountId = table.Column<long>(type: "INTEGER", nullable: true),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Remark = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    NewAudience_ContractKinds = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    NewAudience_HiredFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    NewAudience_HiredTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    NewAudience_PositionIds = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    NewAudience_WithBelow = table.Column<bool>(type: "INTEGER", nullable: false),
                    OldAudience_ContractKinds = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    OldAudience_HiredFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    OldAudience_HiredTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    OldAudience_PositionIds = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    OldAudience_WithBelow = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanAmendments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PlanAmendments_Accounts_AuthorAccountId",
                        column: x => x.AuthorAccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PlanAmendments_Accounts_DecidedByAccountId",
                        column: x => x.DecidedByAccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PlanAmendments_Employees_AuthorEmployeeId",
                        column: x => x.AuthorEmployeeId,
                        principalTable: "Employees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PlanAmendments_Plans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "Plans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PlanBudgetLine",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PlanId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Description = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Planned = table.Column<decimal>(type: "TEXT", precision: 10, scale: 2, nullable: false),
                    Actual = table.Column<decimal>(type: "TEXT", precision: 10, scale: 2, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanBudgetLine", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PlanBudgetLine_Plans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "Plans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PlanEvaluationPart",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PlanId = table.Column<long>(type: "INTEGER", nullable: false),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    NameZh = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    NameEn = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    MaxMarks = table.Column<decimal>(type: "TEXT", precision: 5, scale: 1, nullable: false),
                    ExcellentFrom = table.Column<decimal>(type: "TEXT", precision: 5, scale: 1, nullable: false),
                    WeakBelow = table.Column<decimal>(type: "TEXT", precision: 5, scale: 1, nullable: false),
                    Measure = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanEvaluationPart", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PlanEvaluationPart_Plans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "Plans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PlanItem",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PlanId = table.Column<long>(type: "INTEGER", nullable: false),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    CourseId = table.Column<long>(type: "INTEGER", nullable: false),
                    Stage = table.Column<int>(type: "INTEGER", nullable: true),
                    IsMandatory = table.Column<bool>(type: "INTEGER", nullable: false),
                    DueWorkingDays = table.Column<int>(type: "INTEGER", nullable: true),
                    DueFrom = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DueRuleChangedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RemovedOn = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanItem", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PlanItem_Courses_CourseId",
                        column: x => x.CourseId,
                        principalTable: "Courses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PlanItem_Plans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "Plans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PlanStage",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PlanId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    LengthValue = table.Column<int>(type: "INTEGER", nullable: false),
                    LengthUnit = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanStage", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PlanStage_Plans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "Plans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PlanStep",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PlanId = table.Column<long>(type: "INTEGER", nullable: false),
                    Act = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ByAccountId = table.Column<long>(type: "INTEGER", nullable: false),
                    ByEmployeeId = table.Column<long>(type: "INTEGER", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Remark = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanStep", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PlanStep_Accounts_ByAccountId",
                        column: x => x.ByAccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PlanStep_Plans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "Plans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RefreshTokens",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SessionId = table.Column<long>(type: "INTEGER", nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    IssuedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    UsedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RefreshTokens", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RefreshTokens_SignInSessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "SignInSessions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StoredReceipts",
                columns: table => new
                {
                    ResultId = table.Column<long>(type: "INTEGER", nullable: false),
                    Bytes = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StoredReceipts", x => x.ResultId);
                    table.ForeignKey(
                        name: "FK_StoredReceipts_AppraisalResults_ResultId",
                        column: x => x.ResultId,
                        principalTable: "AppraisalResults",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SegmentTargetStep",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    TargetId = table.Column<long>(type: "INTEGER", nullable: false),
                    Act = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Side = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Value = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: true),
                    EmployeeId = table.Column<long>(type: "INTEGER", nullable: true),
                    ForId = table.Column<long>(type: "INTEGER", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Remark = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SegmentTargetStep", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SegmentTargetStep_Employees_EmployeeId",
                        column: x => x.EmployeeId,
                        principalTable: "Employees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SegmentTargetStep_Employees_ForId",
                        column: x => x.ForId,
                        principalTable: "Employees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SegmentTargetStep_SegmentTargets_TargetId",
                        column: x => x.TargetId,
                        principalTable: "SegmentTargets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AttendanceCorrection",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    EnrolmentId = table.Column<long>(type: "INTEGER", nullable: false),
                    Meeting = table.Column<int>(type: "INTEGER", nullable: false),
                    OldStatus = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OldMinutes = table.Column<int>(type: "INTEGER", nullable: false),
                    NewStatus = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    NewMinutes = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    ByAccountId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AttendanceCorrection", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AttendanceCorrection_Accounts_ByAccountId",
                        column: x => x.ByAccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AttendanceCorrection_Enrolments_EnrolmentId",
                        column: x => x.EnrolmentId,
                        principalTable: "Enrolments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "EnrolmentStep",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    EnrolmentId = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    ByAccountId = table.Column<long>(type: "INTEGER", nullable: true),
                    ForSupervisorId = table.Column<long>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EnrolmentStep", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EnrolmentStep_Accounts_ByAccountId",
                        column: x => x.ByAccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EnrolmentStep_Employees_ForSupervisorId",
                        column: x => x.ForSupervisorId,
                        principalTable: "Employees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EnrolmentStep_Enrolments_EnrolmentId",
                        column: x => x.EnrolmentId,
                        principalTable: "Enrolments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MeetingAttendance",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    EnrolmentId = table.Column<long>(type: "INTEGER", nullable: false),
                    Meeting = table.Column<int>(type: "INTEGER", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RecordedByAccountId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeetingAttendance", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MeetingAttendance_Accounts_RecordedByAccountId",
                        column: x => x.RecordedByAccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MeetingAttendance_Enrolments_EnrolmentId",
                        column: x => x.EnrolmentId,
                        principalTable: "Enrolments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RetrainingOrders",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    EmployeeId = table.Column<long>(type: "INTEGER", nullable: false),
                    CourseId = table.Column<long>(type: "INTEGER", nullable: false),
                    EnrolmentId = table.Column<long>(type: "INTEGER", nullable: false),
                    PlanId = table.Column<long>(type: "INTEGER", nullable: true),
                    Cause = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CoachId = table.Column<long>(type: "INTEGER", nullable: true),
                    OrderedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    MissedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ClosedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ClosedByAccountId = table.Column<long>(type: "INTEGER", nullable: true),
                    Remark = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    IsLetGo = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RetrainingOrders", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RetrainingOrders_Accounts_ClosedByAccountId",
                        column: x => x.ClosedByAccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RetrainingOrders_Courses_CourseId",
                        column: x => x.CourseId,
                        principalTable: "Courses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RetrainingOrders_Employees_CoachId",
                        column: x => x.CoachId,
                        principalTable: "Employees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RetrainingOrders_Employees_EmployeeId",
                        column: x => x.EmployeeId,
                        principalTable: "Employees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RetrainingOrders_Enrolments_EnrolmentId",
                        column: x => x.EnrolmentId,
                        principalTable: "Enrolments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RetrainingOrders_Plans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "Plans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PlanAmendmentItem",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AmendmentId = table.Column<long>(type: "INTEGER", nullable: false),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    CourseId = table.Column<long>(type: "INTEGER", nullable: false),
                    Change = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OldStage = table.Column<int>(type: "INTEGER", nullable: true),
                    OldIsMandatory = table.Column<bool>(type: "INTEGER", nullable: true),
                    OldDueWorkingDays = table.Column<int>(type: "INTEGER", nullable: true),
                    OldDueFrom = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    OldDueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    NewStage = table.Column<int>(type: "INTEGER", nullable: true),
                    NewIsMandatory = table.Column<bool>(type: "INTEGER", nullable: true),
                    NewDueWorkingDays = table.Column<int>(type: "INTEGER", nullable: true),
                    NewDueFrom = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    NewDueOn = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanAmendmentItem", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PlanAmendmentItem_Courses_CourseId",
                        column: x => x.CourseId,
                        principalTable: "Courses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PlanAmendmentItem_PlanAmendments_AmendmentId",
                        column: x => x.AmendmentId,
                        principalTable: "PlanAmendments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "TrainingItems",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PlanId = table.Column<long>(type: "INTEGER", nullable: false),
                    PlanItemId = table.Column<long>(type: "INTEGER", nullable: false),
                    EmployeeId = table.Column<long>(type: "INTEGER", nullable: false),
                    CourseId = table.Column<long>(type: "INTEGER", nullable: false),
                    CourseVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    IsMandatory = table.Column<bool>(type: "INTEGER", nullable: false),
                    AssignedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DueAnchor = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    DueAnchorOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DueWorkingDays = table.Column<int>(type: "INTEGER", nullable: false),
                    DueLeaveDays = table.Column<int>(type: "INTEGER", nullable: false),
                    HiredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    CompletedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CompletionId = table.Column<long>(type: "INTEGER", nullable: true),
                    DroppedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ExtendedTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ExtendedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ExtendedLeaveDays = table.Column<int>(type: "INTEGER", nullable: false),
                    ExtendedForEnrolmentId = table.Column<long>(type: "INTEGER", nullable: true),
                    ExceptionReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    ExceptionByAccountId = table.Column<long>(type: "INTEGER", nullable: true),
                    DropReason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TrainingItems", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TrainingItems_Accounts_ExceptionByAccountId",
                        column: x => x.ExceptionByAccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TrainingItems_Completions_CompletionId",
                        column: x => x.CompletionId,
                        principalTable: "Completions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TrainingItems_Courses_CourseId",
                        column: x => x.CourseId,
                        principalTable: "Courses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TrainingItems_Employees_EmployeeId",
                        column: x => x.EmployeeId,
                        principalTable: "Employees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TrainingItems_Enrolments_ExtendedForEnrolmentId",
                        column: x => x.ExtendedForEnrolmentId,
                        principalTable: "Enrolments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TrainingItems_PlanItem_PlanItemId",
                        column: x => x.PlanItemId,
                        principalTable: "PlanItem",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TrainingItems_Plans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "Plans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                table: "AspNetRoles",
                columns: new[] { "Id", "ConcurrencyStamp", "Name", "NormalizedName" },
                values: new object[,]
                {
                    { 1L, "HumanResources", "HumanResources", "HUMANRESOURCES" },
                    { 2L, "Supervisor", "Supervisor", "SUPERVISOR" },
                    { 3L, "Staff", "Staff", "STAFF" },
                    { 4L, "Administrator", "Administrator", "ADMINISTRATOR" },
                    { 5L, "Approver", "Approver", "APPROVER" },
                    { 6L, "Payroll", "Payroll", "PAYROLL" }
                });

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "Accounts",
                column: "NormalizedEmail");

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_EmployeeId",
                table: "Accounts",
                column: "EmployeeId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "Accounts",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Acknowledgements_DocumentVersionId_EmployeeId",
                table: "Acknowledgements",
                columns: new[] { "DocumentVersionId", "EmployeeId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Acknowledgements_EmployeeId",
                table: "Acknowledgements",
                column: "EmployeeId");

            migrationBuilder.CreateIndex(
                name: "IX_Appeals_AppraisalId_ResultNumber",
                table: "Appeals",
                columns: new[] { "AppraisalId", "ResultNumber" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Appeals_NamedByAccountId",
                table: "Appeals",
                column: "NamedByAccountId");

            migrationBuilder.CreateIndex(
                name: "IX_Appeals_ReviewerId",
                table: "Appeals",
                column: "ReviewerId");

            migrationBuilder.CreateIndex(
                name: "IX_Appeals_State_FiledAt",
                table: "Appeals",
                columns: new[] { "State", "FiledAt" });

            migrationBuilder.CreateIndex(
                name: "IX_AppraisalAdjustments_AccountId",
                table: "AppraisalAdjustments",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_AppraisalAdjustments_AppraisalId",
                table: "AppraisalAdjustments",
                column: "AppraisalId");

            migrationBuilder.CreateIndex(
                name: "IX_AppraisalAdjustments_WithdrawnByAccountId",
                table: "AppraisalAdjustments",
                column: "WithdrawnByAccountId");

            migrationBuilder.CreateIndex(
                name: "IX_AppraisalCycles_Code",
                table: "AppraisalCycles",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AppraisalCycleTemplate_CycleId_PositionId",
                table: "AppraisalCycleTemplate",
                columns: new[] { "CycleId", "PositionId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AppraisalCycleTemplate_PositionId",
                table: "AppraisalCycleTemplate",
                column: "PositionId");

            migrationBuilder.CreateIndex(
                name: "IX_AppraisalCycleTemplate_TemplateId",
                table: "AppraisalCycleTemplate",
                column: "TemplateId");

            migrationBuilder.CreateIndex(
                name: "IX_AppraisalInterviews_AppraisalId",
                table: "AppraisalInterviews",
                column: "AppraisalId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AppraisalInterviews_ById",
                table: "AppraisalInterviews",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_AppraisalNotes_AppraisalId",
                table: "AppraisalNotes",
                column: "AppraisalId");

            migrationBuilder.CreateIndex(
                name: "IX_AppraisalNotes_WriterId",
                table: "AppraisalNotes",
                column: "WriterId");

            migrationBuilder.CreateIndex(
                name: "IX_AppraisalNotes_WrittenForId",
                table: "AppraisalNotes",
                column: "WrittenForId");

            migrationBuilder.CreateIndex(
                name: "IX_AppraisalResults_AppraisalId_Number",
                table: "AppraisalResults",
                columns: new[] { "AppraisalId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AppraisalResults_PublishedByAccountId",
                table: "AppraisalResults",
                column: "PublishedByAccountId");

            migrationBuilder.CreateIndex(
                name: "IX_Appraisals_CycleId_EmployeeId",
                table: "Appraisals",
                columns: new[] { "CycleId", "EmployeeId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Appraisals_EmployeeId",
                table: "Appraisals",
                column: "EmployeeId");

            migrationBuilder.CreateIndex(
                name: "IX_AppraisalSegments_AppraisalId_Number",
                table: "AppraisalSegments",
                columns: new[] { "AppraisalId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AppraisalSegments_DepartmentId",
                table: "AppraisalSegments",
                column: "DepartmentId");

            migrationBuilder.CreateIndex(
                name: "IX_AppraisalSegments_PositionId",
                table: "AppraisalSegments",
                column: "PositionId");

            migrationBuilder.CreateIndex(
                name: "IX_AppraisalSegments_RaterId",
                table: "AppraisalSegments",
                column: "RaterId");

            migrationBuilder.CreateIndex(
                name: "IX_AppraisalSegments_ScoredById",
                table: "AppraisalSegments",
                column: "ScoredById");

            migrationBuilder.CreateIndex(
                name: "IX_AppraisalSegments_ScoredForId",
                table: "AppraisalSegments",
                column: "ScoredForId");

            migrationBuilder.CreateIndex(
                name: "IX_AppraisalSegments_SupervisorId",
                table: "AppraisalSegments",
                column: "SupervisorId");

            migrationBuilder.CreateIndex(
                name: "IX_AppraisalSegments_TargetsAgreedById",
                table: "AppraisalSegments",
                column: "TargetsAgreedById");

            migrationBuilder.CreateIndex(
                name: "IX_AppraisalSegments_TargetsAgreedForId",
                table: "AppraisalSegments",
                column: "TargetsAgreedForId");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetRoleClaims_RoleId",
                table: "AspNetRoleClaims",
                column: "RoleId");

            migrationBuilder.CreateIndex(
                name: "RoleNameIndex",
                table: "AspNetRoles",
                column: "NormalizedName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserClaims_UserId",
                table: "AspNetUserClaims",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserLogins_UserId",
                table: "AspNetUserLogins",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserRoles_RoleId",
                table: "AspNetUserRoles",
                column: "RoleId");

            migrationBuilder.CreateIndex(
                name: "IX_Assignments_DepartmentId_From",
                table: "Assignments",
                columns: new[] { "DepartmentId", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_Assignments_EmployeeId_From",
                table: "Assignments",
                columns: new[] { "EmployeeId", "From" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Assignments_PositionId",
                table: "Assignments",
                column: "PositionId");

            migrationBuilder.CreateIndex(
                name: "IX_Assignments_SupervisorId",
                table: "Assignments",
                column: "SupervisorId");

            migrationBuilder.CreateIndex(
                name: "IX_AttendanceCorrection_ByAccountId",
                table: "AttendanceCorrection",
                column: "ByAccountId");

            migrationBuilder.CreateIndex(
                name: "IX_AttendanceCorrection_EnrolmentId",
                table: "AttendanceCorrection",
                column: "EnrolmentId");

            migrationBuilder.CreateIndex(
                name: "IX_AttendancePunches_EmployeeId_PunchedAt",
                table: "AttendancePunches",
                columns: new[] { "EmployeeId", "PunchedAt" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AttendancePunches_PunchedAt",
                table: "AttendancePunches",
                column: "PunchedAt");

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_AccountId",
                table: "AuditEntries",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_At",
                table: "AuditEntries",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_RootEntity_RootId",
                table: "AuditEntries",
                columns: new[] { "RootEntity", "RootId" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditSeals_EntryId",
                table: "AuditSeals",
                column: "EntryId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_BaseWages_EmployeeId_From",
                table: "BaseWages",
                columns: new[] { "EmployeeId", "From" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CalendarDays_Day",
                table: "CalendarDays",
                column: "Day",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CalendarYears_Year",
                table: "CalendarYears",
                column: "Year",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CeilingLifts_AccountId",
                table: "CeilingLifts",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_CeilingLifts_AppraisalId",
                table: "CeilingLifts",
                column: "AppraisalId");

            migrationBuilder.CreateIndex(
                name: "IX_CeilingLifts_EventId",
                table: "CeilingLifts",
                column: "EventId");

            migrationBuilder.CreateIndex(
                name: "IX_CeilingLifts_KpiId",
                table: "CeilingLifts",
                column: "KpiId");

            migrationBuilder.CreateIndex(
                name: "IX_CeilingLifts_WithdrawnByAccountId",
                table: "CeilingLifts",
                column: "WithdrawnByAccountId");

            migrationBuilder.CreateIndex(
                name: "IX_Completions_CourseId",
                table: "Completions",
                column: "CourseId");

            migrationBuilder.CreateIndex(
                name: "IX_Completions_EmployeeId_CourseId_CompletedOn",
                table: "Completions",
                columns: new[] { "EmployeeId", "CourseId", "CompletedOn" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Completions_EvidenceFileId",
                table: "Completions",
                column: "EvidenceFileId");

            migrationBuilder.CreateIndex(
                name: "IX_Completions_RecordedByAccountId",
                table: "Completions",
                column: "RecordedByAccountId");

            migrationBuilder.CreateIndex(
                name: "IX_Completions_RecordedForId",
                table: "Completions",
                column: "RecordedForId");

            migrationBuilder.CreateIndex(
                name: "IX_Corrections_DecidedByAccountId",
                table: "Corrections",
                column: "DecidedByAccountId");

            migrationBuilder.CreateIndex(
                name: "IX_Corrections_DepartmentId",
                table: "Corrections",
                column: "DepartmentId");

            migrationBuilder.CreateIndex(
                name: "IX_Corrections_EmployeeId_KpiId_PeriodFrom",
                table: "Corrections",
                columns: new[] { "EmployeeId", "KpiId", "PeriodFrom" });

            migrationBuilder.CreateIndex(
                name: "IX_Corrections_KpiId",
                table: "Corrections",
                column: "KpiId");

            migrationBuilder.CreateIndex(
                name: "IX_Corrections_ProposedByAccountId",
                table: "Corrections",
                column: "ProposedByAccountId");

            migrationBuilder.CreateIndex(
                name: "IX_Corrections_State_KpiId_PeriodFrom",
                table: "Corrections",
                columns: new[] { "State", "KpiId", "PeriodFrom" });

            migrationBuilder.CreateIndex(
                name: "IX_CourseFunction_CourseId_FunctionCode",
                table: "CourseFunction",
                columns: new[] { "CourseId", "FunctionCode" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CourseFunction_FunctionCode",
                table: "CourseFunction",
                column: "FunctionCode");

            migrationBuilder.CreateIndex(
                name: "IX_CourseMaterial_CourseId",
                table: "CourseMaterial",
                column: "CourseId");

            migrationBuilder.CreateIndex(
                name: "IX_CourseMaterial_FileId",
                table: "CourseMaterial",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_CourseModule_CourseId_Number",
                table: "CourseModule",
                columns: new[] { "CourseId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CoursePrerequisite_CourseId_RequiredId",
                table: "CoursePrerequisite",
                columns: new[] { "CourseId", "RequiredId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CoursePrerequisite_RequiredId",
                table: "CoursePrerequisite",
                column: "RequiredId");

            migrationBuilder.CreateIndex(
                name: "IX_CourseQuestion_CourseId_Number",
                table: "CourseQuestion",
                columns: new[] { "CourseId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Courses_Code",
                table: "Courses",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Courses_CountsForId",
                table: "Courses",
                column: "CountsForId");

            migrationBuilder.CreateIndex(
                name: "IX_Courses_ReplacedById",
                table: "Courses",
                column: "ReplacedById");

            migrationBuilder.CreateIndex(
                name: "IX_Courses_SuccessorId",
                table: "Courses",
                column: "SuccessorId");

            migrationBuilder.CreateIndex(
                name: "IX_CourseVersion_CourseId_Number",
                table: "CourseVersion",
                columns: new[] { "CourseId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Delegations_DeputyId",
                table: "Delegations",
                column: "DeputyId");

            migrationBuilder.CreateIndex(
                name: "IX_Delegations_SupervisorId_From",
                table: "Delegations",
                columns: new[] { "SupervisorId", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_DepartmentHead_DepartmentId_From",
                table: "DepartmentHead",
                columns: new[] { "DepartmentId", "From" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DepartmentHead_EmployeeId",
                table: "DepartmentHead",
                column: "EmployeeId");

            migrationBuilder.CreateIndex(
                name: "IX_Departments_Code",
                table: "Departments",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Departments_ParentId",
                table: "Departments",
                column: "ParentId");

            migrationBuilder.CreateIndex(
                name: "IX_DocumentAudience_DepartmentId",
                table: "DocumentAudience",
                column: "DepartmentId");

            migrationBuilder.CreateIndex(
                name: "IX_DocumentAudience_DocumentVersionId_DepartmentId",
                table: "DocumentAudience",
                columns: new[] { "DocumentVersionId", "DepartmentId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DocumentKinds_Code",
                table: "DocumentKinds",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DocumentVersions_FileId",
                table: "DocumentVersions",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_DocumentVersions_KindId_Number",
                table: "DocumentVersions",
                columns: new[] { "KindId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EarlierCertificate_EmployeeId",
                table: "EarlierCertificate",
                column: "EmployeeId");

            migrationBuilder.CreateIndex(
                name: "IX_Education_EmployeeId",
                table: "Education",
                column: "EmployeeId");

            migrationBuilder.CreateIndex(
                name: "IX_Employees_EmployeeNumber",
                table: "Employees",
                column: "EmployeeNumber",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Employees_NameSortKey",
                table: "Employees",
                column: "NameSortKey");

            migrationBuilder.CreateIndex(
                name: "IX_Employees_WorkPlaceId",
                table: "Employees",
                column: "WorkPlaceId");

            migrationBuilder.CreateIndex(
                name: "IX_EmploymentPeriod_EmployeeId_HiredOn",
                table: "EmploymentPeriod",
                columns: new[] { "EmployeeId", "HiredOn" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Enrolments_CompletionId",
                table: "Enrolments",
                column: "CompletionId");

            migrationBuilder.CreateIndex(
                name: "IX_Enrolments_EmployeeId",
                table: "Enrolments",
                column: "EmployeeId");

            migrationBuilder.CreateIndex(
                name: "IX_Enrolments_OfferedUntil",
                table: "Enrolments",
                column: "OfferedUntil");

            migrationBuilder.CreateIndex(
                name: "IX_Enrolments_SessionId_EmployeeId",
                table: "Enrolments",
                columns: new[] { "SessionId", "EmployeeId" },
                unique: true,
                filter: "\"State\" <> 'Withdrawn' AND \"State\" <> 'Declined'");

            migrationBuilder.CreateIndex(
                name: "IX_Enrolments_SessionId_State",
                table: "Enrolments",
                columns: new[] { "SessionId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Enrolments_SignedOffByAccountId",
                table: "Enrolments",
                column: "SignedOffByAccountId");

            migrationBuilder.CreateIndex(
                name: "IX_EnrolmentStep_ByAccountId",
                table: "EnrolmentStep",
                column: "ByAccountId");

            migrationBuilder.CreateIndex(
                name: "IX_EnrolmentStep_EnrolmentId",
                table: "EnrolmentStep",
                column: "EnrolmentId");

            migrationBuilder.CreateIndex(
                name: "IX_EnrolmentStep_ForSupervisorId",
                table: "EnrolmentStep",
                column: "ForSupervisorId");

            migrationBuilder.CreateIndex(
                name: "IX_GrantRequests_AccountId_Role",
                table: "GrantRequests",
                columns: new[] { "AccountId", "Role" });

            migrationBuilder.CreateIndex(
                name: "IX_GrantRequests_DecidedById",
                table: "GrantRequests",
                column: "DecidedById");

            migrationBuilder.CreateIndex(
                name: "IX_GrantRequests_RequestedById",
                table: "GrantRequests",
                column: "RequestedById");

            migrationBuilder.CreateIndex(
                name: "IX_GrantRequests_State",
                table: "GrantRequests",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_IdempotencyRecords_AccountId_Route_Key",
                table: "IdempotencyRecords",
                columns: new[] { "AccountId", "Route", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ImportChanges_ImportId_Row",
                table: "ImportChanges",
                columns: new[] { "ImportId", "Row" });

            migrationBuilder.CreateIndex(
                name: "IX_Imports_AccountId",
                table: "Imports",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_Imports_AppliedAt",
                table: "Imports",
                column: "AppliedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Imports_FileId",
                table: "Imports",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_Imports_Kind_Sha256",
                table: "Imports",
                columns: new[] { "Kind", "Sha256" });

            migrationBuilder.CreateIndex(
                name: "IX_ImprovementPlans_AppraisalId",
                table: "ImprovementPlans",
                column: "AppraisalId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ImprovementPlans_CoachId",
                table: "ImprovementPlans",
                column: "CoachId");

            migrationBuilder.CreateIndex(
                name: "IX_ImprovementPlans_EmployeeId",
                table: "ImprovementPlans",
                column: "EmployeeId");

            migrationBuilder.CreateIndex(
                name: "IX_ItemSetAsides_AccountId",
                table: "ItemSetAsides",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_ItemSetAsides_AppraisalId_KpiId",
                table: "ItemSetAsides",
                columns: new[] { "AppraisalId", "KpiId" },
                unique: true,
                filter: "\"SegmentNumber\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ItemSetAsides_AppraisalId_KpiId_SegmentNumber",
                table: "ItemSetAsides",
                columns: new[] { "AppraisalId", "KpiId", "SegmentNumber" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ItemSetAsides_KpiId",
                table: "ItemSetAsides",
                column: "KpiId");

            migrationBuilder.CreateIndex(
                name: "IX_Kpis_Code",
                table: "Kpis",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_KpiTemplateItem_KpiId",
                table: "KpiTemplateItem",
                column: "KpiId");

            migrationBuilder.CreateIndex(
                name: "IX_KpiTemplateItem_SectionId_KpiId",
                table: "KpiTemplateItem",
                columns: new[] { "SectionId", "KpiId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_KpiTemplates_Code_Number",
                table: "KpiTemplates",
                columns: new[] { "Code", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_KpiTemplates_PositionId",
                table: "KpiTemplates",
                column: "PositionId");

            migrationBuilder.CreateIndex(
                name: "IX_KpiTemplateSection_TemplateId",
                table: "KpiTemplateSection",
                column: "TemplateId");

            migrationBuilder.CreateIndex(
                name: "IX_KpiVersion_KpiId_Number",
                table: "KpiVersion",
                columns: new[] { "KpiId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_KpiVersionCourse_CourseId",
                table: "KpiVersionCourse",
                column: "CourseId");

            migrationBuilder.CreateIndex(
                name: "IX_KpiVersionCourse_VersionId_CourseId",
                table: "KpiVersionCourse",
                columns: new[] { "VersionId", "CourseId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_KpiVersionPosition_PositionId",
                table: "KpiVersionPosition",
                column: "PositionId");

            migrationBuilder.CreateIndex(
                name: "IX_KpiVersionPosition_VersionId_PositionId",
                table: "KpiVersionPosition",
                columns: new[] { "VersionId", "PositionId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LeaveRecords_EmployeeId_FromOn",
                table: "LeaveRecords",
                columns: new[] { "EmployeeId", "FromOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Lookups_AccountId",
                table: "Lookups",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_Lookups_EmployeeId_At",
                table: "Lookups",
                columns: new[] { "EmployeeId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Measurements_DepartmentId_KpiId_PeriodFrom_PeriodTo",
                table: "Measurements",
                columns: new[] { "DepartmentId", "KpiId", "PeriodFrom", "PeriodTo" },
                unique: true,
                filter: "\"DepartmentId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Measurements_EmployeeId_KpiId_PeriodFrom_PeriodTo",
                table: "Measurements",
                columns: new[] { "EmployeeId", "KpiId", "PeriodFrom", "PeriodTo" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Measurements_KpiId_PeriodFrom",
                table: "Measurements",
                columns: new[] { "KpiId", "PeriodFrom" });

            migrationBuilder.CreateIndex(
                name: "IX_MeetingAttendance_EnrolmentId_Meeting",
                table: "MeetingAttendance",
                columns: new[] { "EnrolmentId", "Meeting" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MeetingAttendance_RecordedByAccountId",
                table: "MeetingAttendance",
                column: "RecordedByAccountId");

            migrationBuilder.CreateIndex(
                name: "IX_MinimumWage_WorkPlaceId_From",
                table: "MinimumWage",
                columns: new[] { "WorkPlaceId", "From" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_NoticeDeliveries_NoticeId_Channel",
                table: "NoticeDeliveries",
                columns: new[] { "NoticeId", "Channel" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_NoticeDeliveries_State_NextAttemptAt",
                table: "NoticeDeliveries",
                columns: new[] { "State", "NextAttemptAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Notices_RecipientAccountId_CreatedAt",
                table: "Notices",
                columns: new[] { "RecipientAccountId", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Notices_RecipientAccountId_ReadAt",
                table: "Notices",
                columns: new[] { "RecipientAccountId", "ReadAt" });

            migrationBuilder.CreateIndex(
                name: "IX_OwnGoals_AppraisalId",
                table: "OwnGoals",
                column: "AppraisalId");

            migrationBuilder.CreateIndex(
                name: "IX_PerformanceEventKinds_Code",
                table: "PerformanceEventKinds",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PerformanceEvents_DecidedByAccountId",
                table: "PerformanceEvents",
                column: "DecidedByAccountId");

            migrationBuilder.CreateIndex(
                name: "IX_PerformanceEvents_EditedByAccountId",
                table: "PerformanceEvents",
                column: "EditedByAccountId");

            migrationBuilder.CreateIndex(
                name: "IX_PerformanceEvents_EmployeeId_OccurredOn",
                table: "PerformanceEvents",
                columns: new[] { "EmployeeId", "OccurredOn" });

            migrationBuilder.CreateIndex(
                name: "IX_PerformanceEvents_EvidenceFileId",
                table: "PerformanceEvents",
                column: "EvidenceFileId");

            migrationBuilder.CreateIndex(
                name: "IX_PerformanceEvents_KindId_OccurredOn",
                table: "PerformanceEvents",
                columns: new[] { "KindId", "OccurredOn" });

            migrationBuilder.CreateIndex(
                name: "IX_PerformanceEvents_OccurredOn",
                table: "PerformanceEvents",
                column: "OccurredOn");

            migrationBuilder.CreateIndex(
                name: "IX_PerformanceEvents_ReportedByAccountId",
                table: "PerformanceEvents",
                column: "ReportedByAccountId");

            migrationBuilder.CreateIndex(
                name: "IX_PerformanceEvents_ReportedForId",
                table: "PerformanceEvents",
                column: "ReportedForId");

            migrationBuilder.CreateIndex(
                name: "IX_PerformanceEvents_RevokedByAccountId",
                table: "PerformanceEvents",
                column: "RevokedByAccountId");

            migrationBuilder.CreateIndex(
                name: "IX_PerformanceEvents_State_ViewUntil",
                table: "PerformanceEvents",
                columns: new[] { "State", "ViewUntil" });

            migrationBuilder.CreateIndex(
                name: "IX_PlanAmendmentItem_AmendmentId",
                table: "PlanAmendmentItem",
                column: "AmendmentId");

            migrationBuilder.CreateIndex(
                name: "IX_PlanAmendmentItem_CourseId",
                table: "PlanAmendmentItem",
                column: "CourseId");

            migrationBuilder.CreateIndex(
                name: "IX_PlanAmendments_AuthorAccountId",
                table: "PlanAmendments",
                column: "AuthorAccountId");

            migrationBuilder.CreateIndex(
                name: "IX_PlanAmendments_AuthorEmployeeId",
                table: "PlanAmendments",
                column: "AuthorEmployeeId");

            migrationBuilder.CreateIndex(
                name: "IX_PlanAmendments_DecidedByAccountId",
                table: "PlanAmendments",
                column: "DecidedByAccountId");

            migrationBuilder.CreateIndex(
                name: "IX_PlanAmendments_PlanId_Number",
                table: "PlanAmendments",
                columns: new[] { "PlanId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PlanBudgetLine_PlanId_Number",
                table: "PlanBudgetLine",
                columns: new[] { "PlanId", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_PlanEvaluationPart_PlanId_Sequence",
                table: "PlanEvaluationPart",
                columns: new[] { "PlanId", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_PlanItem_CourseId",
                table: "PlanItem",
                column: "CourseId");

            migrationBuilder.CreateIndex(
                name: "IX_PlanItem_PlanId",
                table: "PlanItem",
                column: "PlanId");

            migrationBuilder.CreateIndex(
                name: "IX_Plans_AuthorAccountId",
                table: "Plans",
                column: "AuthorAccountId");

            migrationBuilder.CreateIndex(
                name: "IX_Plans_AuthorEmployeeId",
                table: "Plans",
                column: "AuthorEmployeeId");

            migrationBuilder.CreateIndex(
                name: "IX_Plans_Code",
                table: "Plans",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Plans_DepartmentId",
                table: "Plans",
                column: "DepartmentId");

            migrationBuilder.CreateIndex(
                name: "IX_Plans_SourcePlanId",
                table: "Plans",
                column: "SourcePlanId");

            migrationBuilder.CreateIndex(
                name: "IX_Plans_TemplateId",
                table: "Plans",
                column: "TemplateId");

            migrationBuilder.CreateIndex(
                name: "IX_PlanStage_PlanId",
                table: "PlanStage",
                column: "PlanId");

            migrationBuilder.CreateIndex(
                name: "IX_PlanStep_ByAccountId",
                table: "PlanStep",
                column: "ByAccountId");

            migrationBuilder.CreateIndex(
                name: "IX_PlanStep_PlanId",
                table: "PlanStep",
                column: "PlanId");

            migrationBuilder.CreateIndex(
                name: "IX_PlanTemplateCost_TemplateId",
                table: "PlanTemplateCost",
                column: "TemplateId");

            migrationBuilder.CreateIndex(
                name: "IX_PlanTemplateEvaluationPart_TemplateId",
                table: "PlanTemplateEvaluationPart",
                column: "TemplateId");

            migrationBuilder.CreateIndex(
                name: "IX_PlanTemplateItem_CourseId",
                table: "PlanTemplateItem",
                column: "CourseId");

            migrationBuilder.CreateIndex(
                name: "IX_PlanTemplateItem_TemplateId",
                table: "PlanTemplateItem",
                column: "TemplateId");

            migrationBuilder.CreateIndex(
                name: "IX_PlanTemplates_Code",
                table: "PlanTemplates",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PlanTemplateStage_TemplateId",
                table: "PlanTemplateStage",
                column: "TemplateId");

            migrationBuilder.CreateIndex(
                name: "IX_PositionCourse_CourseId",
                table: "PositionCourse",
                column: "CourseId");

            migrationBuilder.CreateIndex(
                name: "IX_PositionCourse_PositionId_CourseId",
                table: "PositionCourse",
                columns: new[] { "PositionId", "CourseId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Positions_Code",
                table: "Positions",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PunchQuestions_AnsweredByAccountId",
                table: "PunchQuestions",
                column: "AnsweredByAccountId");

            migrationBuilder.CreateIndex(
                name: "IX_PunchQuestions_AnsweredForId",
                table: "PunchQuestions",
                column: "AnsweredForId");

            migrationBuilder.CreateIndex(
                name: "IX_PunchQuestions_EmployeeId_Day",
                table: "PunchQuestions",
                columns: new[] { "EmployeeId", "Day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PunchQuestions_EventId",
                table: "PunchQuestions",
                column: "EventId");

            migrationBuilder.CreateIndex(
                name: "IX_PunchQuestions_State_Day",
                table: "PunchQuestions",
                columns: new[] { "State", "Day" });

            migrationBuilder.CreateIndex(
                name: "IX_RecoveryCodes_AccountId_Hash",
                table: "RecoveryCodes",
                columns: new[] { "AccountId", "Hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RefreshTokens_Hash",
                table: "RefreshTokens",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RefreshTokens_SessionId",
                table: "RefreshTokens",
                column: "SessionId");

            migrationBuilder.CreateIndex(
                name: "IX_ReportingLines_EmployeeId",
                table: "ReportingLines",
                column: "EmployeeId");

            migrationBuilder.CreateIndex(
                name: "IX_RetrainingOrders_ClosedByAccountId",
                table: "RetrainingOrders",
                column: "ClosedByAccountId");

            migrationBuilder.CreateIndex(
                name: "IX_RetrainingOrders_CoachId",
                table: "RetrainingOrders",
                column: "CoachId");

            migrationBuilder.CreateIndex(
                name: "IX_RetrainingOrders_CourseId",
                table: "RetrainingOrders",
                column: "CourseId");

            migrationBuilder.CreateIndex(
                name: "IX_RetrainingOrders_EmployeeId_CourseId",
                table: "RetrainingOrders",
                columns: new[] { "EmployeeId", "CourseId" });

            migrationBuilder.CreateIndex(
                name: "IX_RetrainingOrders_EnrolmentId",
                table: "RetrainingOrders",
                column: "EnrolmentId");

            migrationBuilder.CreateIndex(
                name: "IX_RetrainingOrders_PlanId",
                table: "RetrainingOrders",
                column: "PlanId");

            migrationBuilder.CreateIndex(
                name: "IX_RosterEntries_Day",
                table: "RosterEntries",
                column: "Day");

            migrationBuilder.CreateIndex(
                name: "IX_RosterEntries_EmployeeId_Day",
                table: "RosterEntries",
                columns: new[] { "EmployeeId", "Day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RosterEntries_ShiftId",
                table: "RosterEntries",
                column: "ShiftId");

            migrationBuilder.CreateIndex(
                name: "IX_ScoringClosures_AccountId",
                table: "ScoringClosures",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_ScoringClosures_CycleId_DepartmentId",
                table: "ScoringClosures",
                columns: new[] { "CycleId", "DepartmentId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ScoringClosures_DepartmentId",
                table: "ScoringClosures",
                column: "DepartmentId");

            migrationBuilder.CreateIndex(
                name: "IX_SegmentTargets_AppraisalId_SegmentNumber_KpiId",
                table: "SegmentTargets",
                columns: new[] { "AppraisalId", "SegmentNumber", "KpiId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SegmentTargets_KpiId",
                table: "SegmentTargets",
                column: "KpiId");

            migrationBuilder.CreateIndex(
                name: "IX_SegmentTargetStep_EmployeeId",
                table: "SegmentTargetStep",
                column: "EmployeeId");

            migrationBuilder.CreateIndex(
                name: "IX_SegmentTargetStep_ForId",
                table: "SegmentTargetStep",
                column: "ForId");

            migrationBuilder.CreateIndex(
                name: "IX_SegmentTargetStep_TargetId",
                table: "SegmentTargetStep",
                column: "TargetId");

            migrationBuilder.CreateIndex(
                name: "IX_SelfReviews_AppraisalId",
                table: "SelfReviews",
                column: "AppraisalId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SessionMeeting_SessionId_Number",
                table: "SessionMeeting",
                columns: new[] { "SessionId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SessionMeeting_StartsAt",
                table: "SessionMeeting",
                column: "StartsAt");

            migrationBuilder.CreateIndex(
                name: "IX_Shifts_Code",
                table: "Shifts",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SignInSessions_AccountId",
                table: "SignInSessions",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_StandardEdition_StandardId_Number",
                table: "StandardEdition",
                columns: new[] { "StandardId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StandardFunction_LevelId_Number",
                table: "StandardFunction",
                columns: new[] { "LevelId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StandardLevel_EditionId_Level",
                table: "StandardLevel",
                columns: new[] { "EditionId", "Level" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Standards_Code",
                table: "Standards",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StoredFiles_Sha256",
                table: "StoredFiles",
                column: "Sha256");

            migrationBuilder.CreateIndex(
                name: "IX_SurveyAnswers_SessionId",
                table: "SurveyAnswers",
                column: "SessionId");

            migrationBuilder.CreateIndex(
                name: "IX_Title_EmployeeId",
                table: "Title",
                column: "EmployeeId");

            migrationBuilder.CreateIndex(
                name: "IX_TrainingItems_CompletionId",
                table: "TrainingItems",
                column: "CompletionId");

            migrationBuilder.CreateIndex(
                name: "IX_TrainingItems_CourseId",
                table: "TrainingItems",
                column: "CourseId");

            migrationBuilder.CreateIndex(
                name: "IX_TrainingItems_DueOn",
                table: "TrainingItems",
                column: "DueOn");

            migrationBuilder.CreateIndex(
                name: "IX_TrainingItems_EmployeeId_CourseId",
                table: "TrainingItems",
                columns: new[] { "EmployeeId", "CourseId" });

            migrationBuilder.CreateIndex(
                name: "IX_TrainingItems_ExceptionByAccountId",
                table: "TrainingItems",
                column: "ExceptionByAccountId");

            migrationBuilder.CreateIndex(
                name: "IX_TrainingItems_ExtendedForEnrolmentId",
                table: "TrainingItems",
                column: "ExtendedForEnrolmentId");

            migrationBuilder.CreateIndex(
                name: "IX_TrainingItems_PlanId",
                table: "TrainingItems",
                column: "PlanId");

            migrationBuilder.CreateIndex(
                name: "IX_TrainingItems_PlanItemId_EmployeeId",
                table: "TrainingItems",
                columns: new[] { "PlanItemId", "EmployeeId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TrainingSessions_Code",
                table: "TrainingSessions",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TrainingSessions_CourseId",
                table: "TrainingSessions",
                column: "CourseId");

            migrationBuilder.CreateIndex(
                name: "IX_TrainingSessions_StartsAt",
                table: "TrainingSessions",
                column: "StartsAt");

            migrationBuilder.CreateIndex(
                name: "IX_TrainingSessions_TrainerId",
                table: "TrainingSessions",
                column: "TrainerId");

            migrationBuilder.CreateIndex(
                name: "IX_TrainingSessions_WorkPlaceId",
                table: "TrainingSessions",
                column: "WorkPlaceId");

            migrationBuilder.CreateIndex(
                name: "IX_WorkPlaces_Code",
                table: "WorkPlaces",
                column: "Code",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Acknowledgements");

            migrationBuilder.DropTable(
                name: "Appeals");

            migrationBuilder.DropTable(
                name: "AppraisalAdjustments");

            migrationBuilder.DropTable(
                name: "AppraisalCycleTemplate");

            migrationBuilder.DropTable(
                name: "AppraisalInterviews");

            migrationBuilder.DropTable(
                name: "AppraisalNotes");

            migrationBuilder.DropTable(
                name: "AppraisalSegments");

            migrationBuilder.DropTable(
                name: "AspNetRoleClaims");

            migrationBuilder.DropTable(
                name: "AspNetUserClaims");

            migrationBuilder.DropTable(
                name: "AspNetUserLogins");

            migrationBuilder.DropTable(
                name: "AspNetUserRoles");

            migrationBuilder.DropTable(
                name: "AspNetUserTokens");

            migrationBuilder.DropTable(
                name: "Assignments");

            migrationBuilder.DropTable(
                name: "AttendanceCorrection");

            migrationBuilder.DropTable(
                name: "AttendancePunches");

            migrationBuilder.DropTable(
                name: "AuditEntries");

            migrationBuilder.DropTable(
                name: "AuditSeals");

            migrationBuilder.DropTable(
                name: "BaseWages");

            migrationBuilder.DropTable(
                name: "CalendarDays");

            migrationBuilder.DropTable(
                name: "CalendarYears");

            migrationBuilder.DropTable(
                name: "CeilingLifts");

            migrationBuilder.DropTable(
                name: "Corrections");

            migrationBuilder.DropTable(
                name: "CourseFunction");

            migrationBuilder.DropTable(
                name: "CourseMaterial");

            migrationBuilder.DropTable(
                name: "CourseModule");

            migrationBuilder.DropTable(
                name: "CoursePrerequisite");

            migrationBuilder.DropTable(
                name: "CourseQuestion");

            migrationBuilder.DropTable(
                name: "CourseVersion");

            migrationBuilder.DropTable(
                name: "Delegations");

            migrationBuilder.DropTable(
                name: "DepartmentHead");

            migrationBuilder.DropTable(
                name: "DocumentAudience");

            migrationBuilder.DropTable(
                name: "EarlierCertificate");

            migrationBuilder.DropTable(
                name: "Education");

            migrationBuilder.DropTable(
                name: "EmploymentPeriod");

            migrationBuilder.DropTable(
                name: "EnrolmentStep");

            migrationBuilder.DropTable(
                name: "GrantRequests");

            migrationBuilder.DropTable(
                name: "IdempotencyRecords");

            migrationBuilder.DropTable(
                name: "ImportChanges");

            migrationBuilder.DropTable(
                name: "ImprovementPlans");

            migrationBuilder.DropTable(
                name: "ItemSetAsides");

            migrationBuilder.DropTable(
                name: "JobOccurrences");

            migrationBuilder.DropTable(
                name: "KpiTemplateItem");

            migrationBuilder.DropTable(
                name: "KpiVersionCourse");

            migrationBuilder.DropTable(
                name: "KpiVersionPosition");

            migrationBuilder.DropTable(
                name: "LeaveRecords");

            migrationBuilder.DropTable(
                name: "Lookups");

            migrationBuilder.DropTable(
                name: "Measurements");

            migrationBuilder.DropTable(
                name: "MeetingAttendance");

            migrationBuilder.DropTable(
                name: "MinimumWage");

            migrationBuilder.DropTable(
                name: "NoticeDeliveries");

            migrationBuilder.DropTable(
                name: "OwnGoals");

            migrationBuilder.DropTable(
                name: "PlanAmendmentItem");

            migrationBuilder.DropTable(
                name: "PlanBudgetLine");

            migrationBuilder.DropTable(
                name: "PlanEvaluationPart");

            migrationBuilder.DropTable(
                name: "PlanStage");

            migrationBuilder.DropTable(
                name: "PlanStep");

            migrationBuilder.DropTable(
                name: "PlanTemplateCost");

            migrationBuilder.DropTable(
                name: "PlanTemplateEvaluationPart");

            migrationBuilder.DropTable(
                name: "PlanTemplateItem");

            migrationBuilder.DropTable(
                name: "PlanTemplateStage");

            migrationBuilder.DropTable(
                name: "PositionCourse");

            migrationBuilder.DropTable(
                name: "PunchQuestions");

            migrationBuilder.DropTable(
                name: "RecoveryCodes");

            migrationBuilder.DropTable(
                name: "ReferenceRecords");

            migrationBuilder.DropTable(
                name: "RefreshTokens");

            migrationBuilder.DropTable(
                name: "ReportingLines");

            migrationBuilder.DropTable(
                name: "RetrainingOrders");

            migrationBuilder.DropTable(
                name: "RosterEntries");

            migrationBuilder.DropTable(
                name: "ScoringClosures");

            migrationBuilder.DropTable(
                name: "SegmentTargetStep");

            migrationBuilder.DropTable(
                name: "SelfReviews");

            migrationBuilder.DropTable(
                name: "SessionMeeting");

            migrationBuilder.DropTable(
                name: "SignInStates");

            migrationBuilder.DropTable(
                name: "StandardFunction");

            migrationBuilder.DropTable(
                name: "StoredFileContents");

            migrationBuilder.DropTable(
                name: "StoredReceipts");

            migrationBuilder.DropTable(
                name: "SurveyAnswers");

            migrationBuilder.DropTable(
                name: "Title");

            migrationBuilder.DropTable(
                name: "TrainingItems");

            migrationBuilder.DropTable(
                name: "AspNetRoles");

            migrationBuilder.DropTable(
                name: "DocumentVersions");

            migrationBuilder.DropTable(
                name: "Imports");

            migrationBuilder.DropTable(
                name: "KpiTemplateSection");

            migrationBuilder.DropTable(
                name: "KpiVersion");

            migrationBuilder.DropTable(
                name: "Notices");

            migrationBuilder.DropTable(
                name: "PlanAmendments");

            migrationBuilder.DropTable(
                name: "PerformanceEvents");

            migrationBuilder.DropTable(
                name: "SignInSessions");

            migrationBuilder.DropTable(
                name: "Shifts");

            migrationBuilder.DropTable(
                name: "SegmentTargets");

            migrationBuilder.DropTable(
                name: "StandardLevel");

            migrationBuilder.DropTable(
                name: "AppraisalResults");

            migrationBuilder.DropTable(
                name: "Enrolments");

            migrationBuilder.DropTable(
                name: "PlanItem");

            migrationBuilder.DropTable(
                name: "DocumentKinds");

            migrationBuilder.DropTable(
                name: "KpiTemplates");

            migrationBuilder.DropTable(
                name: "PerformanceEventKinds");

            migrationBuilder.DropTable(
                name: "Kpis");

            migrationBuilder.DropTable(
                name: "StandardEdition");

            migrationBuilder.DropTable(
                name: "Appraisals");

            migrationBuilder.DropTable(
                name: "Completions");

            migrationBuilder.DropTable(
                name: "TrainingSessions");

            migrationBuilder.DropTable(
                name: "Plans");

            migrationBuilder.DropTable(
                name: "Positions");

            migrationBuilder.DropTable(
                name: "Standards");

            migrationBuilder.DropTable(
                name: "AppraisalCycles");

            migrationBuilder.DropTable(
                name: "StoredFiles");

            migrationBuilder.DropTable(
                name: "Courses");

            migrationBuilder.DropTable(
                name: "Accounts");

            migrationBuilder.DropTable(
                name: "Departments");

            migrationBuilder.DropTable(
                name: "PlanTemplates");

            migrationBuilder.DropTable(
                name: "Employees");

            migrationBuilder.DropTable(
                name: "WorkPlaces");
        }
    }
}
