using System.Reflection;

namespace SurveyHub.Tests.Architecture;

/// <summary>
/// What a type depends on: in its signatures and attributes and in the bodies of its methods. Lambdas, iterators and
/// asynchronous bodies are compiled into nested types, which live in the same namespace and are visited like any other.
/// </summary>
internal static class Dependencies
{
    private const BindingFlags Own = BindingFlags.DeclaredOnly
        | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    public static IEnumerable<Type> TypesOf(Type type)
    {
        var methods = MethodsOf(type).ToList();
        return new[] { InheritedBy(type), HeldBy(type), methods.SelectMany(InSignature), methods.SelectMany(InBody), Attributes(type, methods) }
            .SelectMany(found => found)
            .SelectMany(Parts)
            .Distinct();
    }

    public static IEnumerable<MemberInfo> MembersOf(Type type) => MethodsOf(type).SelectMany(Bytecode.NamedBy);

    private static IEnumerable<MethodBase> MethodsOf(Type type) =>
        type.GetMethods(Own).Concat<MethodBase>(type.GetConstructors(Own));

    private static IEnumerable<Type> InheritedBy(Type type)
    {
        var constraints = type.GetGenericArguments().Where(a => a.IsGenericParameter).SelectMany(a => a.GetGenericParameterConstraints());
        return type.GetInterfaces().Concat(constraints).Concat(type.BaseType is { } parent ? [parent] : []);
    }

    private static IEnumerable<Type> HeldBy(Type type) => type.GetFields(Own).Select(field => field.FieldType);

    private static IEnumerable<Type> InSignature(MethodBase method)
    {
        var returned = method is MethodInfo { ReturnType: var type } ? new[] { type } : [];
        var constraints = method.IsGenericMethod ? method.GetGenericArguments().SelectMany(a => a.GetGenericParameterConstraints()) : [];
        return method.GetParameters().Select(parameter => parameter.ParameterType).Concat(returned).Concat(constraints);
    }

    private static IEnumerable<Type> InBody(MethodBase method)
    {
        var locals = method.GetMethodBody()?.LocalVariables.Select(local => local.LocalType) ?? [];
        return Bytecode.NamedBy(method).SelectMany(Mentioned).Concat(locals);
    }

    private static IEnumerable<Type> Mentioned(MemberInfo member) => member switch
    {
        Type type => [type],
        MethodInfo { IsGenericMethod: true } method => [method.DeclaringType!, .. method.GetGenericArguments()],
        _ => member.DeclaringType is { } owner ? [owner] : [],
    };

    private static IEnumerable<Type> Attributes(Type type, IEnumerable<MethodBase> methods) =>
        from member in methods.Cast<MemberInfo>().Concat(type.GetFields(Own)).Concat(type.GetProperties(Own)).Append(type)
        from attribute in member.GetCustomAttributesData()
        where !IsTheCompilers(attribute.AttributeType)
        from mentioned in attribute.ConstructorArguments.Select(argument => argument.Value).OfType<Type>().Append(attribute.AttributeType)
        select mentioned;

    private static bool IsTheCompilers(Type attribute) =>
        attribute == typeof(DefaultMemberAttribute) || attribute.Namespace is "System.Runtime.CompilerServices" or "Microsoft.CodeAnalysis";

    private static IEnumerable<Type> Parts(Type type)
    {
        if (type.IsGenericParameter) return [];
        if (type.HasElementType) return Parts(type.GetElementType()!);
        return type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type) : [type];
    }
}
