import { defineStore } from 'pinia'
import { ref, watchEffect } from 'vue'

const STORED = 'anlan.size'

/** Large type (大字版): one switch, remembered on this device. */
export const useComfort = defineStore('comfort', () => {
  const large = ref(localStorage.getItem(STORED) === 'large')
  watchEffect(() => {
    document.documentElement.dataset.size = large.value ? 'large' : 'normal'
    localStorage.setItem(STORED, large.value ? 'large' : 'normal')
  })
  return { large }
})
