using System.Collections.Frozen;
using Microsoft.AspNetCore.StaticAssets;

namespace SurveyHub.Shell;

/// <summary>
/// The fingerprinted address of a file under wwwroot, which a browser may keep for ever. For documents that are not rendered
/// by the router; those have @Assets.
/// </summary>
public sealed class AssetUrls(EndpointDataSource endpoints)
{
    private readonly Lazy<FrozenDictionary<string, string>> _routes = new(() => Labels(endpoints));

    public string this[string file] => "/" + _routes.Value.GetValueOrDefault(file, file);

    private static FrozenDictionary<string, string> Labels(EndpointDataSource endpoints) =>
        endpoints.Endpoints
            .Select(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>())
            .OfType<StaticAssetDescriptor>()
            .SelectMany(asset => asset.Properties.Where(p => p.Name == "label").Select(p => (Label: p.Value, asset.Route)))
            .DistinctBy(asset => asset.Label)
            .ToFrozenDictionary(asset => asset.Label, asset => asset.Route);
}
