namespace Renda.Procedures;

/// <summary>Whether children can be opened and taken along.</summary>
internal static class FamilyVerification
{
    public static IEnumerable<Defect> Children(Procedure p) =>
        from child in p.Children.Values
        let begins = child.Steps.Values.Count(s => s.Begins)
        where begins != 1
        select new Defect($"子程序“{child.Id}”要恰好有一步是开始（没有 from），现有 {begins} 步。", ["children", child.Id]);

    public static IEnumerable<Defect> Of(Procedure p, Step step, string[] here) => [.. Opens(p, step, here), .. Carries(p, step, here)];

    private static IEnumerable<Defect> Opens(Procedure p, Step step, string[] here)
    {
        foreach (var opening in step.Opens)
        {
            string[] at = [.. here, "opens", opening.Each];
            if (step.Asks.FirstOrDefault(f => f.Id == opening.Each) is not { } each)
            {
                yield return new Defect($"步骤“{step.Id}”按字段“{opening.Each}”交办，但没有这个字段。", at);
            }
            else if (each.Type is not (FieldType.Unit or FieldType.Units))
            {
                yield return new Defect($"步骤“{step.Id}”按字段“{opening.Each}”交办，但它填的不是单位（unit、units）。", at);
            }

            // A child's own step opens siblings: the child is the procedure itself.
            var child = opening.Child == p.Id ? p : p.Children.GetValueOrDefault(opening.Child);
            if (child is null || (opening.Part != Opening.SamePart && !child.Parts.ContainsKey(opening.Part)))
            {
                yield return new Defect($"步骤“{step.Id}”要开的“{opening.Child}”（{opening.Part}）没有定义。", at);
            }
        }
    }

    private static IEnumerable<Defect> Carries(Procedure p, Step step, string[] here)
    {
        foreach (var carry in step.Carries)
        {
            string[] at = [.. here, "carries", carry.Step];
            if (!p.Children.TryGetValue(carry.Child, out var child) || !child.Steps.TryGetValue(carry.Step, out var carried))
            {
                yield return new Defect($"步骤“{step.Id}”要带动的“{carry.Child}”的“{carry.Step}”没有定义。", at);
                continue;
            }

            // Every child that has not ended is taken along, wherever it stands, and nobody is asked anything.
            foreach (var stage in child.Stages.Where(s => !s.End && !carried.From.Contains(s.Id)))
            {
                yield return new Defect($"步骤“{step.Id}”要带动“{carry.Child}”的“{carry.Step}”，但它从环节“{stage.Id}”办不了。", at);
            }

            foreach (var field in carried.Asks.Where(f => f.Required || f.MustBeYes))
            {
                yield return new Defect($"步骤“{step.Id}”要带动“{carry.Child}”的“{carry.Step}”，但它有必填的“{field.Id}”。", at);
            }

            if (carry.Part is { } part && !child.Parts.ContainsKey(part))
            {
                yield return new Defect($"步骤“{step.Id}”要带动的“{carry.Child}”没有“{part}”这一部分。", at);
            }
        }
    }
}
