package dev.baton.checker.tla;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;

/**
 * Where TLC's server listens for workers.
 *
 * @param listen an address of this machine, for workers on other machines too; if absent, the loopback address and a
 *     port that is free
 */
public record Distribution(Optional<InetSocketAddress> listen) {
    /** The port on which servers listen unless told otherwise: TLC's own choice. */
    public static final int DEFAULT_PORT = 10997;

    /** Server and workers on this machine alone, out of reach of every other. */
    public static final Distribution HERE = new Distribution(Optional.empty());

    InetAddress address() {
        return listen.map(InetSocketAddress::getAddress).orElseGet(InetAddress::getLoopbackAddress);
    }

    /** Why nothing can listen there. */
    Optional<String> refuses() {
        if (listen.isEmpty()) {
            return Optional.empty();
        }
        InetSocketAddress wanted = listen.get();
        if (wanted.isUnresolved()) {
            return Optional.of("no, because no machine is known as " + wanted.getHostString());
        }
        if (wanted.getAddress().isAnyLocalAddress()) {
            return Optional.of("no, because workers must be told one address at which they reach this machine, and "
                    + wanted.getHostString() + " is none");
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(wanted);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("no, because nothing can listen at " + typed(wanted.getAddress(), wanted.getPort())
                    + ": " + e.getMessage());
        }
    }

    /** 0: any that is free. */
    int port() {
        return listen.map(InetSocketAddress::getPort).orElse(0);
    }

    /** As an address is typed. */
    static String typed(InetAddress address, int port) {
        return bracketed(address.getHostAddress()) + ":" + port;
    }

    /** A host as it stands in an address with a port. */
    static String bracketed(String host) {
        return host.contains(":") ? "[" + host + "]" : host;
    }
}
