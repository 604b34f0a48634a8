/**
 * Next calls this once, before the server takes its first request: the environment is checked, the
 * database opened and migrated, the jobs started. What fails here ends the process with its reason.
 */
export const register = async (): Promise<void> => {
  // The bundler replaces this very expression (house: env.ts cannot) and drops the branch elsewhere.
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    try {
      const { getPayload } = await import('payload')
      const { default: config } = await import('@payload-config')
      const { closeAuditChain } = await import('@/hooks/audit/writer')
      const payload = await getPayload({ config, cron: true })
      // Next stops the server on both; a chain that does not get its end here gets it from the next job.
      for (const signal of ['SIGTERM', 'SIGINT'] as const)
        process.once(signal, () => void closeAuditChain(payload))
    } catch (error) {
      process.stderr.write(
        `Therapy Ops cannot start. ${error instanceof Error ? error.message : String(error)}\n`,
      )
      process.exit(1)
    }
  }
}
