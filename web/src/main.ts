import { createApp } from 'vue'
import { createPinia } from 'pinia'
import './tokens.css'
import './base.css'
import App from './App.vue'
import { i18n, locale } from './i18n'
import { speak } from './api'
import { router } from './routing'
import { useClock } from './stores/clock'
import { useComfort } from './stores/comfort'
import { keepShell } from './shell'

speak(locale())
document.documentElement.lang = locale()
const app = createApp(App).use(createPinia()).use(i18n).use(router)
useClock().start()
useComfort()
app.mount('#app')

// After an update of the program the old pages name parts that are gone: open anew, once, instead of failing.
window.addEventListener('vite:preloadError', () => {
  const KEY = 'anlan.reloaded'
  if (Date.now() - Number(sessionStorage.getItem(KEY) ?? 0) < 60_000) return
  sessionStorage.setItem(KEY, String(Date.now()))
  location.reload()
})

keepShell()
