let writer: Promise<(text: string) => Promise<string>> | null = null

/** The code of a text as a picture's address (data:). The writer is brought when the first one is wanted. */
export async function qrPicture(text: string): Promise<string> {
  writer ??= bring()
  writer.catch(() => (writer = null))
  return (await writer)(text)
}

async function bring(): Promise<(text: string) => Promise<string>> {
  const [{ prepareZXingModule, writeBarcode }, { default: wasm }] = await Promise.all([
    import('zxing-wasm/writer'),
    import('zxing-wasm/writer/zxing_writer.wasm?url'),
  ])
  await prepareZXingModule({ overrides: { locateFile: () => wasm }, fireImmediately: true })
  return async (text) => {
    const { svg, error } = await writeBarcode(text, { format: 'QRCode', options: 'ecLevel=M' })
    if (!svg) throw new Error(error || 'no code was drawn')
    return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  }
}
