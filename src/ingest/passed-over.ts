/** Left by systems and editors; nobody takes them for documents. */
export const hidden = /^\.|^~\$|~$|^(?:thumbs\.db|desktop\.ini|__macosx)$/i;

export const aboutTheFolder = /^(?:(?:readme|licen[cs]e|copying)(?:[._-].*)?|cewen\.ya?ml)$/i;

/** Tables about the documents beside them, the one that is used first. */
export const metadataNames: readonly string[] = ['metadata.csv', 'metadata.tsv'];
