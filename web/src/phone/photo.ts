const LONGEST_PX = 1600
const QUALITY = 0.72

/** The size a picture is drawn at so that its longer side is at most 1600 points; small ones stay as they are. */
export function shrunk(width: number, height: number): { width: number; height: number } {
  const part = Math.min(1, LONGEST_PX / Math.max(width, height))
  return { width: Math.round(width * part), height: Math.round(height * part) }
}

const LARGEST_BYTES = 80 * 1024 * 1024 // a phone's own photos are far below; a film is not a photo

/** A photo small enough for a weak line. Drawing it anew also leaves out where and with what it was taken. */
export async function shrinkPhoto(file: Blob): Promise<Blob> {
  if (file.size > LARGEST_BYTES) throw new Error('too large for a photo')
  const picture = await createImageBitmap(file)
  const size = shrunk(picture.width, picture.height)
  const canvas = Object.assign(document.createElement('canvas'), size)
  canvas.getContext('2d')?.drawImage(picture, 0, 0, size.width, size.height)
  picture.close()
  return new Promise((resolve, reject) =>
    canvas.toBlob((made) => (made ? resolve(made) : reject(new Error('no picture was made'))), 'image/jpeg', QUALITY),
  )
}
