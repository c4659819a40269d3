import { sendRaw } from '@/api'
import { shrinkPhoto } from '@/phone/photo'

interface Kept {
  id: string
}

/** Sends a picture and returns the station's name for it. */
export async function keepPicture(picture: Blob, where = '/api/v1/attachments'): Promise<string> {
  return (await sendRaw<Kept>(where, picture, picture.type || 'image/jpeg')).id
}

/** Shrinks a photo, leaving out where it was taken, and sends it. */
export async function keepPhoto(file: Blob, where?: string): Promise<string> {
  return keepPicture(await shrinkPhoto(file), where)
}

/** The drawing on a canvas as a picture of its own. */
export function pictureOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) =>
    canvas.toBlob((made) => (made ? resolve(made) : reject(new Error('no picture was made'))), 'image/png'),
  )
}
