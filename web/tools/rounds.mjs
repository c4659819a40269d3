export const median = (times) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)]
export const say = (what, times) => console.log(`${what}: ${Math.min(...times)}–${Math.max(...times)} ms, median ${median(times)}`)
