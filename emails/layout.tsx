import type { ReactNode } from "react";
import { Body, Button, Container, Head, Heading, Html, Preview, Section, Text } from "react-email";
import { accentPair } from "./colour";
import type { Frame } from "./frame";

const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';

/** Mail programs that know dark mode take these over the inline colours; the others show the light ones. */
const STYLES = `
  .text p, .text ul, .text ol, .text blockquote, .text h2, .text h3 { margin: 0 0 14px; }
  .text h2 { font-size: 19px; line-height: 1.35; } .text h3 { font-size: 17px; line-height: 1.4; }
  .text ul, .text ol { padding-left: 22px; } .text li { margin: 0 0 6px; }
  .text blockquote { padding-left: 14px; border-left: 3px solid #dde3e0; }
  .text a { color: #0a5a44; } .text img { max-width: 100%; height: auto; }
  @media (prefers-color-scheme: dark) {
    .paper, .paper > table > tbody > tr > td { background-color: #0f1513 !important; }
    .card { background-color: #161e1b !important; border-color: #2a3632 !important; }
    .ink, .ink h2, .ink h3 { color: #e8f0ec !important; }
    .quiet { color: #b4c2bb !important; }
    .aside { background-color: #1e2825 !important; color: #e8f0ec !important; }
    .text a { color: #6fd0b0 !important; } .text blockquote { border-color: #2a3632 !important; }
  }`;

interface LayoutProps {
  frame: Frame;
  /** Shown after the subject in lists of mails. */
  preview: string;
  /** A word or two above the title. */
  kind: string;
  title: string;
  /** Why this person gets this mail. */
  reason: string;
  children: ReactNode;
}

/** The sheet that every mail is written on: 600 pixels wide, nothing loaded from anywhere. */
export function Layout({ frame, preview, kind, title, reason, children }: LayoutProps) {
  const { company, language, t } = frame;
  return (
    <Html lang={language}>
      <Head>
        <title>{title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style dangerouslySetInnerHTML={{ __html: STYLES }} />
      </Head>
      <Preview>{preview}</Preview>
      <Body className="paper" lang={language} style={{ margin: 0, padding: "24px 12px", backgroundColor: "#f5f7f6", fontFamily: FONT }}>
        <Container style={{ maxWidth: "600px", width: "100%" }}>
          <Mark company={company} />
          <Section className="card" style={styles.card}>
            <Text className="quiet" style={styles.kind}>{kind}</Text>
            <Heading as="h1" className="ink" style={styles.title}>{title}</Heading>
            {children}
          </Section>
          <Text className="quiet" style={styles.footer}>{reason}</Text>
          <Text className="quiet" style={styles.footer}>{t("mail:footer", { company: company.name })}</Text>
        </Container>
      </Body>
    </Html>
  );
}

/** The company's first letter on its colour, made of text, since pictures are often blocked. */
function Mark({ company }: { company: Frame["company"] }) {
  return (
    <Text className="ink" style={{ ...styles.ink, margin: "0 0 16px", fontSize: "16px", fontWeight: 600 }}>
      <span aria-hidden="true" data-skip-in-text="true" style={{ ...styles.mark, ...accentPair(company.accent) }}>
        {[...company.name][0]?.toLocaleUpperCase()}
      </span>
      {company.name}
    </Text>
  );
}

/** A paragraph. */
export function Paragraph({ children }: { children: ReactNode }) {
  return <Text className="ink" style={styles.paragraph}>{children}</Text>;
}

/** Words of people, set apart, their line breaks kept. */
export function Aside({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Section className="aside" style={styles.aside}>
      <Text className="quiet" style={styles.label}>{label}</Text>
      <Text className="ink" style={{ ...styles.paragraph, margin: 0, whiteSpace: "pre-line" }}>{children}</Text>
    </Section>
  );
}

/** What to do next. */
export function Action({ frame, href, children }: { frame: Frame; href: string; children: ReactNode }) {
  return <Button href={href} style={{ ...styles.button, ...accentPair(frame.company.accent) }}>{children}</Button>;
}

export const styles = {
  ink: { color: "#14201b" },
  card: { padding: "28px 28px 30px", backgroundColor: "#ffffff", border: "1px solid #dde3e0", borderRadius: "14px" },
  kind: { margin: "0 0 6px", fontSize: "14px", lineHeight: "20px", color: "#45524c" },
  title: { margin: "0 0 16px", fontSize: "24px", lineHeight: "31px", fontWeight: 600, color: "#14201b" },
  paragraph: { margin: "0 0 16px", fontSize: "16px", lineHeight: "25px", color: "#14201b" },
  aside: { margin: "0 0 20px", padding: "14px 16px", backgroundColor: "#ebefed", borderRadius: "10px" },
  label: { margin: "0 0 4px", fontSize: "14px", lineHeight: "20px", color: "#45524c" },
  button: { padding: "13px 22px", fontSize: "16px", fontWeight: 600, borderRadius: "10px" },
  footer: { margin: "14px 4px 0", fontSize: "13px", lineHeight: "19px", color: "#45524c" },
  mark: {
    display: "inline-block", width: "28px", marginRight: "10px", lineHeight: "28px", textAlign: "center",
    borderRadius: "8px",
  },
} as const;
