using System.Reflection;
using System.Reflection.Emit;

namespace SurveyHub.Tests.Architecture;

/// <summary>Reads which types and members the compiled body of a method names.</summary>
internal static class Bytecode
{
    private const byte TwoByteCode = 0xFE;

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    public static IEnumerable<MemberInfo> NamedBy(MethodBase method)
    {
        var bytes = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        return TokensIn(bytes).Select(token => Resolve(method, token)).OfType<MemberInfo>();
    }

    private static IEnumerable<int> TokensIn(byte[] bytes)
    {
        var at = 0;
        while (at < bytes.Length)
        {
            var code = Codes[bytes[at] == TwoByteCode ? (short)((TwoByteCode << 8) | bytes[at + 1]) : bytes[at]];
            var operand = at + code.Size;
            if (NamesSomething(code)) yield return BitConverter.ToInt32(bytes, operand);
            at = operand + OperandLength(code, bytes, operand);
        }
    }

    private static bool NamesSomething(OpCode code) => code.OperandType
        is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok;

    private static int OperandLength(OpCode code, byte[] bytes, int operand) => code.OperandType switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => sizeof(int) * (1 + BitConverter.ToInt32(bytes, operand)),
        _ => 4,
    };

    private static MemberInfo? Resolve(MethodBase method, int token)
    {
        var ofType = method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null;
        var ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : null;
        return method.Module.ResolveMember(token, ofType, ofMethod);
    }
}
