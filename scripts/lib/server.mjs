/**
 * How Node runs the production server: a young generation of 3 x 8 MB, half of its own choice, collects as fast
 * and holds less. `npm start` and the Dockerfile say the same.
 */
export const serverArguments = ['--max-semi-space-size=8', 'scripts/start.mjs']
