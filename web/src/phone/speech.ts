import { ref } from 'vue'
import { locale } from '@/i18n'

/** Reading a call aloud, where the phone has a voice. */
export const speaking = ref(false)
export const canSpeak = typeof speechSynthesis !== 'undefined' && typeof SpeechSynthesisUtterance !== 'undefined'

export function say(text: string): void {
  hush()
  const words = new SpeechSynthesisUtterance(text)
  words.lang = locale()
  words.rate = 0.9
  words.onend = words.onerror = () => (speaking.value = false)
  speaking.value = true
  speechSynthesis.speak(words)
}

export function hush(): void {
  if (canSpeak) speechSynthesis.cancel()
  speaking.value = false
}
