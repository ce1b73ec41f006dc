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
            string[] at = [.. here, "opens", opening.Child];
            foreach (var defect in OpeningFields(step, opening))
            {
                yield return new Defect($"步骤“{step.Id}”{defect}", at);
            }

            // A child's own step opens siblings: the child is the procedure itself.
            var child = opening.Child == p.Id ? p : p.Children.GetValueOrDefault(opening.Child);
            if (child is null || (opening.Part is null ? child.Parts.Count > 0 : opening.Part != Opening.SamePart && !child.Parts.ContainsKey(opening.Part)))
            {
                yield return new Defect($"步骤“{step.Id}”要开的“{opening.Child}”（{opening.Part}）没有定义。", at);
                continue;
            }

            List<string> handed = [.. opening.Gives, .. opening.Weekly is { } weekly ? [weekly.As] : Array.Empty<string>()];
            foreach (var first in child.Steps.Values.Where(s => s.Begins))
            {
                foreach (var lost in handed.Where(f => first.Asks.All(a => a.Id != f)))
                {
                    yield return new Defect($"步骤“{step.Id}”交给“{opening.Child}”的字段“{lost}”，它的第一步“{first.Id}”不收。", at);
                }

                foreach (var wanted in first.Asks.Where(a => (a.Required || a.MustBeYes) && !Given(step, opening, a.Id)))
                {
                    yield return new Defect($"“{opening.Child}”的第一步“{first.Id}”必填“{wanted.Id}”，步骤“{step.Id}”却不一定交给它。", at);
                }
            }
        }
    }

    private static bool Given(Step step, Opening opening, string field) =>
        opening.Weekly?.As == field || (opening.Gives.Contains(field) && step.Asks.Any(a => a.Id == field && a.Required));

    private static IEnumerable<string> OpeningFields(Step step, Opening opening)
    {
        Field? Asked(string id) => step.Asks.FirstOrDefault(f => f.Id == id);

        if (opening.Each is { } each)
        {
            if (Asked(each) is not { } field)
            {
                yield return $"按字段“{each}”交办，但没有这个字段。";
            }
            else if (field.Type is not (FieldType.Unit or FieldType.Units or FieldType.Person or FieldType.Persons))
            {
                yield return $"按字段“{each}”交办，但它填的不是单位或者人员。";
            }
        }

        foreach (var lost in opening.Gives.Concat(opening.Title is { } title ? [title] : []).Where(f => Asked(f) is null))
        {
            yield return $"要用字段“{lost}”，但没有这个字段。";
        }

        foreach (var day in opening.Weekly is { } weekly ? new[] { weekly.From, weekly.Until } : [])
        {
            if (Asked(day) is not { Type: FieldType.Date, Required: true })
            {
                yield return $"按周安排，要有必填的日期字段“{day}”。";
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
