/** A text with a mistake of each common kind, for whoever has just come; in Chinese, since that is what is checked. */
export const SAMPLE = `青石镇2025年工作总结

今年以来，青石镇认真落实县委、县政府决策布署，扎实推进乡村振新，各项工作取得新成效。
一、主要工作
（一）抓好农业生产。种植水稻3200亩、玉米1800亩，合计5200亩，选派帮扶帮扶工作队12支，走访群众XX户。
（二）推进项目建设。全年实施项目15个，完成投资2.3亿元,同比增长12%%。
（四）2025年2月30日召开专题会议，喻文澜主持会议，喻文蓝作了讲话。
二、下一步打算
围绕“三大行动，把各项任务落到实处
`;
