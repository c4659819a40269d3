import { defineStore } from 'pinia'
import { ref } from 'vue'

export interface Note {
  id: number
  text: string
  tone: 'done' | 'fault'
}

/** Short words in the corner after a press ("已确认"). Faults of a field belong beside the field, not here. */
export const useNotes = defineStore('notes', () => {
  const notes = ref<Note[]>([])
  let next = 1

  function say(text: string, tone: Note['tone'] = 'done'): void {
    const note = { id: next++, text, tone }
    notes.value.push(note)
    window.setTimeout(() => drop(note.id), tone === 'fault' ? 8000 : 4000)
  }

  function drop(id: number): void {
    notes.value = notes.value.filter((note) => note.id !== id)
  }

  return { notes, say, drop }
})
