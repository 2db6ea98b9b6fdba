import PDFDocument from 'pdfkit';

/** A PDF made by pdfkit, as bytes. */
export function pdf(draw: (document: PDFKit.PDFDocument) => void, options: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> {
  const document = new PDFDocument({ compress: false, ...options });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const whole = new Promise<Buffer>((resolve) => {
    document.on('end', () => {
      resolve(Buffer.concat(chunks));
    });
  });
  draw(document);
  document.end();
  return whole;
}

/** A PDF with drawings and no text, as a scanner makes it. */
export function scannedPdf(): Promise<Buffer> {
  return pdf((document) => {
    document.rect(72, 72, 300, 400).fill('#dddddd');
  });
}

export function encryptedPdf(): Promise<Buffer> {
  return pdf(
    (document) => {
      document.text('A notice nobody may read.');
    },
    { userPassword: 'secret', ownerPassword: 'secret' },
  );
}

export async function truncatedPdf(): Promise<Buffer> {
  const whole = await pdf((document) => {
    document.text('A notice that was cut off.');
  });
  return whole.subarray(0, Math.floor(whole.length / 3));
}

/** Bytes that are no text in any encoding. */
export function junk(): Buffer {
  return Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256));
}

/** A small notice that every stage can read. */
export const notice = `关于公布2024年度产业集群评价结果的通知
赣工信字〔2024〕12号

各设区市工业和信息化局：
    根据《江西省产业集群评价办法》，经审核，现将评价结果公布如下。
一、优秀等次产业集群
1.赣州市稀土新材料及应用产业集群
2.鹰潭市铜基新材料产业集群

江西省工业和信息化厅
2024年3月5日
`;
