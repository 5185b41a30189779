package dev.baton.checker.smt.certificate;

/** A file is no certificate, or none of the system at hand; the message says why, with the line where there is one. */
public final class CertificateException extends Exception {
    private static final long serialVersionUID = 1;

    public CertificateException(String why) {
        super(why);
    }

    public CertificateException(int line, String why) {
        super("line " + line + ": " + why);
    }

    public String why() {
        return String.valueOf(getMessage());
    }
}
