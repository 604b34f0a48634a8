/** Why a backup or a restore cannot go on, in a sentence that names the way out. */
export class BackupProblem extends Error {}

export const isBackupProblem = (error: unknown): error is BackupProblem =>
  error instanceof BackupProblem
