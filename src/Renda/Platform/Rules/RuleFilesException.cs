namespace Renda.Platform.Rules;

/// <summary>Rule files without which nothing can be done; the message is a sentence for whoever looks after them.</summary>
internal sealed class RuleFilesException(string sentence) : Exception(sentence);
