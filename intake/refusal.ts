import type { RefusalCode } from '../pipeline/index.js';
import { systemCode, type Text } from './system.js';

/** A file, folder or glob that did not go in, and why. */
export interface Refusal {
  /** as the user would name it */
  shown: string;
  code: string;
  cause: Text;
  hint: Text;
}

const causes = {
  missing: {
    cause: { en: 'no such file or folder', zh: '文件或文件夹不存在' },
    hint: { en: 'check the spelling of the path', zh: '请检查路径是否正确' },
  },
  no_match: {
    cause: { en: 'no file matches', zh: '没有匹配的文件' },
    hint: { en: 'check the pattern; quote it so that the shell leaves it alone', zh: '请检查通配符，并加引号' },
  },
  empty_folder: {
    cause: { en: 'the folder holds no file', zh: '文件夹中没有文件' },
    hint: { en: 'hidden files are passed over', zh: '隐藏文件会被跳过' },
  },
  empty_archive: {
    cause: { en: 'the archive holds no file', zh: '压缩包中没有文件' },
    hint: { en: 'hidden files are passed over', zh: '隐藏文件会被跳过' },
  },
  no_file: {
    cause: { en: 'neither a file nor a folder', zh: '不是普通文件，也不是文件夹' },
    hint: { en: 'copy its content into a file', zh: '请将其内容存为文件' },
  },
  unreadable: {
    cause: { en: 'it cannot be read', zh: '无法读取' },
    hint: { en: 'check its permissions', zh: '请检查读取权限' },
  },
  too_large: {
    cause: { en: 'it is larger than 2 GiB', zh: '文件超过 2 GiB' },
    hint: { en: 'split it into smaller files', zh: '请拆分文件' },
  },
  too_slow: {
    cause: { en: 'reading it took too long', zh: '读取超时' },
    hint: { en: 'split it into smaller files, or allow more with --timeout', zh: '请拆分文件，或用 --timeout 放宽时限' },
  },
  too_hungry: {
    cause: { en: 'reading it took too much memory', zh: '读取时内存不足' },
    hint: { en: 'split it into smaller files', zh: '请拆分文件' },
  },
} satisfies Record<string, { cause: Text; hint: Text }>;

export function refusal(shown: string, code: keyof typeof causes): Refusal {
  return { shown, code, ...causes[code] };
}

export function refusalOfSystemError(shown: string, error: unknown): Refusal {
  const code = systemCode(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return refusal(shown, 'missing');
  if (code === 'ERR_FS_FILE_TOO_LARGE') return refusal(shown, 'too_large');
  return { ...refusal(shown, 'unreadable'), ...(code === null ? {} : { cause: unreadable(code) }) };
}

function unreadable(code: string): Text {
  const words: Record<string, Text> = {
    EACCES: { en: 'permission to read it is denied', zh: '没有读取权限' },
    EPERM: { en: 'permission to read it is denied', zh: '没有读取权限' },
    ELOOP: { en: 'a link that leads back to itself', zh: '链接循环' },
  };
  return words[code] ?? { en: `it cannot be read (${code})`, zh: `无法读取（${code}）` };
}

/** What Chinese readers are told of the pipeline's refusals; English ones get the pipeline's own words. */
const inChinese: Record<RefusalCode, { cause: string; hint: string }> = {
  missing: { cause: '文件不存在', hint: '请检查路径是否正确' },
  unreadable: { cause: '无法读取', hint: '请检查读取权限' },
  empty: { cause: '文件为空', hint: '请重新下载或导出' },
  unsupported: { cause: '不支持的格式', hint: '请另存为 DOCX、XLSX、PDF、OFD、HTML 或 TXT；RTF、XLS 须装有 LibreOffice' },
  binary: { cause: '内容不是文本', hint: '请检查文件是否选错' },
  damaged: { cause: '文件已损坏', hint: '请重新下载或导出' },
  encrypted: { cause: '文件已加密', hint: '请去除密码后重试' },
  needs_ocr: {
    cause: '没有可读取的文字，是扫描件或图片',
    hint: '请用 --ocr 读取（需 Debian 软件包 tesseract-ocr 和 tesseract-ocr-chi-sim）',
  },
  no_text: { cause: '文件中没有文字', hint: '请检查文件是否选错' },
  too_large: { cause: '文件超出限制', hint: '请拆分文件' },
};

export function refusalOfPipeline(shown: string, code: RefusalCode, message: string, hint: string): Refusal {
  const zh = inChinese[code];
  return { shown, code, cause: { en: message, zh: zh.cause }, hint: { en: hint, zh: zh.hint } };
}
