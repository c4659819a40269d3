const PICTURE: MediaTrackConstraints = { width: { ideal: 640 }, height: { ideal: 360 }, frameRate: { ideal: 20, max: 25 } }

export interface OwnMedia {
  audio: MediaStreamTrack | null
  camera: MediaStreamTrack | null
  /** Why something is missing: a key of meetings.lacking; empty when nothing is. */
  lacking: '' | 'insecure' | 'camera' | 'both'
}

/**
 * Camera and microphone; where there is no camera the voice alone, where there is neither one listens and watches.
 * Over plain http no browser gives either.
 */
export async function ownMedia(wantsVideo: boolean): Promise<OwnMedia> {
  const devices = navigator.mediaDevices as MediaDevices | undefined
  if (!devices) return { audio: null, camera: null, lacking: 'insecure' }
  const audio = { echoCancellation: true, noiseSuppression: true }
  if (wantsVideo) {
    try {
      const both = await devices.getUserMedia({ audio, video: PICTURE })
      return { audio: both.getAudioTracks()[0] ?? null, camera: both.getVideoTracks()[0] ?? null, lacking: '' }
    } catch {
      // No camera, or it is refused or taken: the voice alone.
    }
  }
  try {
    const voice = await devices.getUserMedia({ audio })
    return { audio: voice.getAudioTracks()[0] ?? null, camera: null, lacking: wantsVideo ? 'camera' : '' }
  } catch {
    return { audio: null, camera: null, lacking: 'both' }
  }
}

export async function cameraTrack(): Promise<MediaStreamTrack | null> {
  const given = await navigator.mediaDevices.getUserMedia({ video: PICTURE })
  return given.getVideoTracks()[0] ?? null
}

export async function screenTrack(): Promise<MediaStreamTrack | null> {
  const given = await navigator.mediaDevices.getDisplayMedia({ video: { frameRate: { max: 10 } }, audio: false })
  return given.getVideoTracks()[0] ?? null
}
