const nameIn = (answer: Response): string =>
  /filename="([\w.-]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? 'file'

/** Lets the browser save what was answered, under the name that the server gave it. */
export const saveFile = async (answer: Response): Promise<void> => {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await answer.blob())
  link.download = nameIn(answer)
  link.click()
  URL.revokeObjectURL(link.href)
}
