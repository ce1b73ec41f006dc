namespace Renda.Platform.Setup;

/// <summary>A setting the program cannot start with; the message is a sentence for whoever wrote it.</summary>
internal sealed class SettingException(string sentence) : Exception(sentence);
