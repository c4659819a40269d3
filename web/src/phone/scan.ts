/** Reading codes from what a camera sees: the browser's own reader where there is one, else a library brought on demand. */
type Seen = ImageBitmap | HTMLVideoElement
export type Reader = (seen: Seen) => Promise<string | null>

interface Detector {
  detect(seen: Seen): Promise<{ rawValue: string }[]>
}
interface DetectorKind {
  new (options: { formats: string[] }): Detector
  getSupportedFormats(): Promise<string[]>
}

const FORMATS = ['qr_code', 'code_128', 'ean_13', 'data_matrix']
const LONGEST_PX = 1280
let reader: Promise<Reader> | null = null

export function codeReader(): Promise<Reader> {
  reader ??= ownReader().then((own) => own ?? broughtReader())
  reader.catch(() => (reader = null)) // no signal the first time: asked for again at the next press
  return reader
}

async function ownReader(): Promise<Reader | null> {
  const kind = (window as unknown as { BarcodeDetector?: DetectorKind }).BarcodeDetector
  const known = (await kind?.getSupportedFormats().catch(() => [])) ?? []
  if (!kind || !known.includes('qr_code')) return null
  const detector = new kind({ formats: FORMATS.filter((format) => known.includes(format)) })
  return async (seen) => (await detector.detect(seen))[0]?.rawValue ?? null
}

async function broughtReader(): Promise<Reader> {
  const [{ prepareZXingModule, readBarcodes }, { default: wasm }] = await Promise.all([
    import('zxing-wasm/reader'),
    import('zxing-wasm/reader/zxing_reader.wasm?url'),
  ])
  await prepareZXingModule({ overrides: { locateFile: () => wasm }, fireImmediately: true })
  return async (seen) => {
    const [found] = await readBarcodes(pixels(seen), {
      formats: ['QRCode', 'Code128', 'EAN13', 'DataMatrix'],
      maxNumberOfSymbols: 1,
    })
    return found?.text || null
  }
}

function pixels(seen: Seen): ImageData {
  const [width, height] = seen instanceof HTMLVideoElement ? [seen.videoWidth, seen.videoHeight] : [seen.width, seen.height]
  const part = Math.min(1, LONGEST_PX / Math.max(width, height, 1))
  const size = { width: Math.max(1, Math.round(width * part)), height: Math.max(1, Math.round(height * part)) }
  const brush = Object.assign(document.createElement('canvas'), size).getContext('2d', { willReadFrequently: true })
  if (!brush) throw new Error('no canvas')
  brush.drawImage(seen, 0, 0, size.width, size.height)
  return brush.getImageData(0, 0, size.width, size.height)
}
