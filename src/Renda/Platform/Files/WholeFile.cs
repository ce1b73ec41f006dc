namespace Renda.Platform.Files;

/// <summary>Files written aside, forced to the disk and renamed: what can be seen under its name is whole.</summary>
internal static class WholeFile
{
    public const string Aside = ".part";

    public static void Write(string path, byte[] content)
    {
        WriteAsync(path, file =>
        {
            file.Write(content);
            return Task.FromResult(true);
        }).GetAwaiter().GetResult();
    }

    /// <exception cref="IOException">There is no room, no right or no such directory; nothing is left behind.</exception>
    public static async Task<T> WriteAsync<T>(string path, Func<FileStream, Task<T>> write)
    {
        var aside = Path.GetFullPath(path) + Aside;
        try
        {
            T answer;
            await using (var file = new FileStream(aside, FileMode.Create, FileAccess.ReadWrite, FileShare.None))
            {
                answer = await write(file);
                file.Flush(flushToDisk: true);
            }

            File.Move(aside, path, overwrite: true);
            return answer;
        }
        finally
        {
            if (Directory.Exists(Path.GetDirectoryName(aside)))
            {
                File.Delete(aside);
            }
        }
    }
}
