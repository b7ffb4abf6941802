/** Names that programs write of themselves: Microsoft Word - x.doc, untitled, 文档1, Administrator, www.example.com. */
const noName =
  /^(?:microsoft (?:word|powerpoint|excel)|wps|untitled|无标题|未命名|新建|文档\s?\d*$|document\d*$|幻灯片|powerpoint|slide|administrator|admin|user|owner|lenovo|dell|hp|pc|微软|用户|匿名|anonymous|unknown|author|null|none|undefined|about:blank|file:|https?:|www\.)|\.(?:docx?|wps|pdf|ofd|html?|indd|cdr|ps\d?|dvi|tex|pptx?|xlsx?|qxd|fm|p65|txt|s92|fbd)$/i;

/** Whether what a file states as its title or author is a name that a person gave. */
export function isOwnName(text: string): boolean {
  return (
    text !== '' && text.length <= 300 && !noName.test(text) && /[\p{Script=Han}\p{L}]/u.test(text) && !isGarbled(text)
  );
}

function isGarbled(text: string): boolean {
  return /[\u0000-\u0008\u000e-\u001f\ufffd\ue000-\uf8ff]|\?\?|[\u00a1-\u00ff]{3}/.test(text);
}
