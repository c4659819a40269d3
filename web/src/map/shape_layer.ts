import type { FeatureCollection } from 'geojson'
import type { ExpressionSpecification, GeoJSONSource, Map as BaseMap } from 'maplibre-gl'

const SOURCE = 'shapes'

/** Areas of a warning: a light fill and a firm outline in the warning's colour (`colour` where a shape names none). */
export function addShapes(map: BaseMap, shapes: FeatureCollection, colour: string): void {
  const ink: ExpressionSpecification = ['coalesce', ['get', 'colour'], colour]
  map.addSource(SOURCE, { type: 'geojson', data: shapes })
  map.addLayer({ id: 'shape', type: 'fill', source: SOURCE, paint: { 'fill-color': ink, 'fill-opacity': 0.16 } })
  map.addLayer({ id: 'shape-line', type: 'line', source: SOURCE, paint: { 'line-color': ink, 'line-width': 2.2 } })
}

export function updateShapes(map: BaseMap, shapes: FeatureCollection): void {
  map.getSource<GeoJSONSource>(SOURCE)?.setData(shapes)
}
