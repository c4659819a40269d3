export interface Spot {
  lon: number
  lat: number
}

const LONGEST_MS = 15_000

/** Where the phone is now, read once because its owner pressed. Phones give WGS-84, which the station keeps. */
export function whereNow(): Promise<Spot> {
  return new Promise((resolve, reject) => {
    if (!('geolocation' in navigator)) return reject(new Error('no place'))
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ lon: round(coords.longitude), lat: round(coords.latitude) }),
      () => reject(new Error('no place')),
      { enableHighAccuracy: true, timeout: LONGEST_MS, maximumAge: 30_000 },
    )
  })
}

const round = (degrees: number) => Math.round(degrees * 1e5) / 1e5
