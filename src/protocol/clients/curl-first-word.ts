/** Whether a text is a curl command at all: small, so that a page can ask before it loads the rest. */

/** A prompt before it is left out of account. */
export const isCurl = (text: string): boolean => /^\s*(?:[$%>] +)?curl\s/.test(text)
