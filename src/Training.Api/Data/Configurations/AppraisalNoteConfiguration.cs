using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Training.Domain.Appraisals;
using Training.Domain.People;

namespace Training.Api.Data.Configurations;

internal sealed class AppraisalNoteConfiguration : IEntityTypeConfiguration<AppraisalNote>
{
    public void Configure(EntityTypeBuilder<AppraisalNote> builder)
    {
        builder.HasIndex(x => x.AppraisalId);
        builder.Property(x => x.Kind).IsConfidential();
        builder.Property(x => x.Text).HasMaxLength(AppraisalNote.MaxTextLength).IsConfidential();
        builder.RefersTo<AppraisalNote, Appraisal>(x => x.AppraisalId);
        builder.RefersTo<AppraisalNote, Employee>(x => x.WriterId);
        builder.RefersTo<AppraisalNote, Employee>(x => x.WrittenForId);
    }
}
