package dev.baton.checker.tla;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.rmi.server.RMISocketFactory;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import jdk.net.ExtendedSocketOptions;

/**
 * What a JVM of distributed TLC starts with: it binds RMI to one address, and then runs a main class of TLC. RMI alone
 * listens on every address of a machine, and asks nobody who he is.
 */
final class RmiMain {
    private static final int ARGUMENTS = 4;

    private RmiMain() {}

    /**
     * @param arguments the address to listen on; the port, or 0 for any; a file to write the port to, or {@code -}; the
     *     main class; its arguments
     */
    public static void main(String[] arguments) throws IOException, ReflectiveOperationException {
        Path told = Path.of(arguments[2]);
        RMISocketFactory.setSocketFactory(
                new OneAddress(InetAddress.getByName(arguments[0]), Integer.parseInt(arguments[1]), told));
        String[] rest = Arrays.copyOfRange(arguments, ARGUMENTS, arguments.length);
        try {
            Class.forName(arguments[3]).getMethod("main", String[].class).invoke(null, (Object) rest);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Sockets of one address. RMI asks for one to listen on, and hands all its objects out by that. */
    private static final class OneAddress extends RMISocketFactory {
        private static final int CONNECT_MILLIS = 10_000;
        /** A machine that is gone without a word is noticed after 30 s + 3 × 10 s. */
        private static final Map<SocketOption<Integer>, Integer> KEEP_ALIVE = Map.of(
                ExtendedSocketOptions.TCP_KEEPIDLE, 30,
                ExtendedSocketOptions.TCP_KEEPINTERVAL, 10,
                ExtendedSocketOptions.TCP_KEEPCOUNT, 3);

        private final InetAddress address;
        private final int port;
        private final Path told;

        OneAddress(InetAddress address, int port, Path told) {
            this.address = address;
            this.port = port;
            this.told = told;
        }

        @Override
        public ServerSocket createServerSocket(int wanted) throws IOException {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, wanted == 0 ? port : wanted));
            if (!told.toString().equals("-")) {
                Files.writeString(told, Integer.toString(socket.getLocalPort()));
            }
            return socket;
        }

        @Override
        public Socket createSocket(String host, int to) throws IOException {
            Socket socket = new Socket();
            socket.setTcpNoDelay(true);
            socket.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
            Set<SocketOption<?>> supported = socket.supportedOptions();
            for (Map.Entry<SocketOption<Integer>, Integer> option : KEEP_ALIVE.entrySet()) {
                if (supported.contains(option.getKey())) {
                    socket.setOption(option.getKey(), option.getValue());
                }
            }
            socket.connect(new InetSocketAddress(host, to), CONNECT_MILLIS);
            return socket;
        }
    }
}
