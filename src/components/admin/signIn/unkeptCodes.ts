const name = 'recovery-codes-shown'

/** Whether this tab showed recovery codes that nobody said to have kept: a reload takes them from the page. */
export const unkeptCodes = {
  begin: (): void => sessionStorage.setItem(name, 'yes'),
  end: (): void => sessionStorage.removeItem(name),
  isOpen: (): boolean => sessionStorage.getItem(name) === 'yes',
}
