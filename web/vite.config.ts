import { fileURLToPath, URL } from 'node:url'
import { defineConfig } from 'vitest/config'
import vue from '@vitejs/plugin-vue'
import Components from 'unplugin-vue-components/vite'
import { ElementPlusResolver, VantResolver } from 'unplugin-vue-components/resolvers'
import { groups, phonePage } from './tools/phone_page.ts'
import { serviceWorker } from './tools/service_worker.ts'

// The program that answers /api and /map while pages are being written (the real one, or a stand-in).
const backend = process.env.ANLAN_BACKEND ?? 'http://127.0.0.1:8081'
const proxy = {
  '/api': { target: backend, ws: true },
  '/map': { target: backend },
  '/healthz': { target: backend },
}

export default defineConfig({
  plugins: [
    vue(),
    Components({ dirs: [], resolvers: [ElementPlusResolver(), VantResolver()], dts: 'src/components.d.ts' }),
    phonePage(),
    serviceWorker(),
  ],
  // vue-i18n without its old interface and its global components: our pages use neither.
  define: {
    // Components are written with <script setup> alone, ours as well as those of the libraries we use.
    __VUE_OPTIONS_API__: false,
    __VUE_I18N_LEGACY_API__: false,
    __VUE_I18N_FULL_INSTALL__: false,
    __INTLIFY_PROD_DEVTOOLS__: false,
  },
  resolve: {
    alias: {
      '@': fileURLToPath(new URL('./src', import.meta.url)),
      // Our words are functions already (i18n/sentences.ts).
      'vue-i18n': 'vue-i18n/dist/vue-i18n.runtime.esm-bundler.js',
    },
  },
  server: { proxy },
  preview: { proxy },
  // Old station computers (UOS, Kylin, 360) carry Chromium engines from 87 on.
  build: {
    target: 'chrome87',
    chunkSizeWarningLimit: 1200,
    rolldownOptions: { output: { codeSplitting: { groups } } },
  },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.ts'],
    server: { deps: { inline: ['element-plus', 'vant'] } },
  },
})
