const ACTS: Readonly<Record<string, string>> = {
  L12: 'Luật Hợp tác xã 2012',
  L23: 'Luật Hợp tác xã 2023',
  D193: 'Nghị định 193/2013/NĐ-CP',
  D92: 'Nghị định 92/2024/NĐ-CP',
  D295: 'Nghị định 295/2026/NĐ-CP',
  KN11: 'Luật Khiếu nại 2011',
  TTHC15: 'Luật Tố tụng hành chính 2015',
  D45: 'Nghị định 45/2021/NĐ-CP',
  TT14: 'Thông tư 14/2024/TT-NHNN',
  C14: 'Thông tư 14/2024/TT-NHNN',
};

/** `L23 Art. 42.2.d` → `điểm d khoản 2 Điều 42 Luật Hợp tác xã 2023`; what is worded otherwise stays as it is. */
function lawText(reference: string): string {
  return reference
    .split(';')
    .map((part) => {
      const [, act = '', rest = ''] = /^\s*(\w+) Art\. (.+?)\s*$/.exec(part) ?? [];
      const name = ACTS[act];
      if (name === undefined) return part.trim();
      const [, article, clause, point] = /^(\d+)(?:\.(\d+))?(?:\.([a-zđ]))?$/.exec(rest) ?? [];
      if (article === undefined) return `Điều ${rest} ${name}`;
      return `${point ? `điểm ${point} ` : ''}${clause ? `khoản ${clause} ` : ''}Điều ${article} ${name}`;
    })
    .join('; ');
}

/** The article that something rests on, in words. */
export function LawRef({ article }: { article: string }) {
  return <span className="law">{lawText(article)}</span>;
}
